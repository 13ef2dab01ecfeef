/** Where the focus goes in each pane, and what the pane is. */
const panes = [
  { pane: '.library', focus: '.session-list, .library input' },
  { pane: '.raw-pane', focus: '.raw-text .cm-content' },
  { pane: '[data-pane=record]', focus: '[data-pane=record] [data-row][tabindex="0"]' },
]

/** Puts the focus into the pane after or before the one that has it. */
export function cyclePanes(step: 1 | -1) {
  const shown = panes.flatMap(({ pane, focus }) => {
    const target = document.querySelector<HTMLElement>(focus)
    return target ? [{ pane, target }] : []
  })
  if (shown.length === 0) return
  const at = shown.findIndex(({ pane }) => document.activeElement?.closest(pane))
  const next = at < 0 ? 0 : (at + step + shown.length) % shown.length
  shown[next]?.target.focus()
}
