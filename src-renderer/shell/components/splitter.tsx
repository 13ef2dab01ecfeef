import { Fragment, type ReactNode } from 'react'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'

export interface Pane {
  readonly id: string
  /** Pixels as a number, or `'40%'`. */
  readonly defaultSize?: number | string
  readonly minSize?: number | string
  readonly maxSize?: number | string
  /** Keeps its width in pixels when the window is resized; at least one pane must not. */
  readonly keepsSize?: boolean
  readonly content: ReactNode
}

export interface SplitterProps {
  readonly id: string
  readonly orientation?: 'horizontal' | 'vertical'
  readonly panes: readonly Pane[]
}

/** Panes side by side whose sizes the user sets, by pointer or arrow keys, and finds again. */
export function Splitter({ id, orientation = 'horizontal', panes }: SplitterProps) {
  const layout = useDefaultLayout({ id: `splitter-${id}`, panelIds: panes.map(pane => pane.id), storage: localStorage })
  return (
    <Group id={id} orientation={orientation} defaultLayout={layout.defaultLayout} onLayoutChanged={layout.onLayoutChanged}>
      {panes.map(({ content, keepsSize, ...pane }, index) => (
        <Fragment key={pane.id}>
          {index > 0 && <Separator className="splitter-separator" aria-label={`Resize ${panes[index - 1]?.id ?? pane.id}`} />}
          <Panel {...pane} className="splitter-pane" groupResizeBehavior={keepsSize ? 'preserve-pixel-size' : 'preserve-relative-size'}>
            {content}
          </Panel>
        </Fragment>
      ))}
    </Group>
  )
}
