import { BookPlus, Plus, Tags } from 'lucide-react'
import { Button } from '../shell/components/button.tsx'
import { EmptyState } from '../shell/components/empty-state.tsx'

/** What a codebook is, and the two ways to begin one. */
export function NoThemes({ onAdd, onAddReady }: { onAdd: () => void; onAddReady: () => void }) {
  return (
    <EmptyState
      icon={<Tags size={20} aria-hidden />}
      title="No themes yet"
      actions={
        <>
          <Button variant="primary" onPress={onAdd}>
            <Plus size={14} aria-hidden />
            New theme
          </Button>
          <Button onPress={onAddReady}>
            <BookPlus size={14} aria-hidden />
            Add a ready codebook
          </Button>
        </>
      }
    >
      A codebook is your list of themes: the names you put on sessions, and on words in their pages, so that you can find them again, count
      them and compare them. Begin with a theme of your own, or with a ready codebook.
    </EmptyState>
  )
}
