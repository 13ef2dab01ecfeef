import { BookPlus, Check } from 'lucide-react'
import { useState } from 'react'
import type { Codebook } from '../../src-preload/types.ts'
import { Button } from '../shell/components/button.tsx'
import { Dialog } from '../shell/components/dialog.tsx'
import { attempt } from '../shell/notices.tsx'
import { call, useQuery } from '../shell/query.ts'
import { count } from '../shell/words.ts'
import { notifyUndoable } from '../history/undoable.ts'

function CodebookLine({ codebook, onAdd, isBusy }: { codebook: Codebook; onAdd: () => void; isBusy: boolean }) {
  return (
    <li className="codebook">
      <div className="codebook-words">
        <h3>{codebook.name}</h3>
        <p className="muted">{codebook.description}</p>
        <p className="small muted numeric">{count(codebook.themes, 'theme')}</p>
      </div>
      {codebook.isAdded ? (
        <span className="badge badge-success">
          <Check size={12} aria-hidden />
          Added
        </span>
      ) : (
        <Button isDisabled={isBusy} aria-label={`Add ${codebook.name}`} onPress={onAdd}>
          <BookPlus size={14} aria-hidden />
          Add
        </Button>
      )}
    </li>
  )
}

/** Offers the codebooks that come with the app. */
export function CodebookDialog({ onClose }: { onClose: () => void }) {
  const { data: codebooks, error } = useQuery('codebook.list', null)
  const [adding, setAdding] = useState<string | null>(null)
  async function add({ id, name, themes }: Codebook) {
    setAdding(id)
    const isAdded = (await attempt(call('codebook.add', id).then(() => true))) ?? false
    setAdding(null)
    if (isAdded) await notifyUndoable(`Added “${name}”: ${count(themes, 'theme')}`)
  }
  return (
    <Dialog title="Add a ready codebook" width="wide" onClose={onClose} footer={<Button onPress={onClose}>Done</Button>}>
      <p className="muted">Its themes are added below those you have. Rename, move and delete them as you like; adding can be undone.</p>
      {error && <p role="alert">{error.message}</p>}
      <ul className="codebooks">
        {codebooks?.map(codebook => (
          <CodebookLine key={codebook.id} codebook={codebook} isBusy={adding !== null} onAdd={() => void add(codebook)} />
        ))}
      </ul>
    </Dialog>
  )
}
