import { Bug } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import { Button } from './components/button.tsx'
import { EmptyState } from './components/empty-state.tsx'

interface Props {
  readonly children: ReactNode
}

/** A mistake in one view leaves the others and the project alone. React knows such a boundary as a class only. */
export class ViewBoundary extends Component<Props, { readonly error: unknown }> {
  override state = { error: undefined }
  static getDerivedStateFromError(error: unknown) {
    return { error }
  }
  override render() {
    const { error } = this.state
    if (error === undefined) return this.props.children
    return (
      <EmptyState
        icon={<Bug size={20} aria-hidden />}
        title="This view made a mistake"
        actions={<Button onPress={() => this.setState({ error: undefined })}>Show it again</Button>}
      >
        <p>What you saved is safe.</p>
        <p className="selectable small">{String(error)}</p>
      </EmptyState>
    )
  }
}
