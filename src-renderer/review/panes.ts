/** What each pane is, and where the focus goes in it: the first of these that is there. */
const panes = [
  { pane: '.library', focus: ['.session-list', '.library input'] },
  { pane: '.raw-pane', focus: ['.raw-text .cm-content'] },
  { pane: '[data-pane=record]', focus: ['[data-pane=record] [data-row][tabindex="0"]'] },
]

export const focusPage = () => document.querySelector<HTMLElement>('.raw-text .cm-content')?.focus({ preventScroll: true })

/** Puts the focus into the pane after or before the one that has it. */
export function cyclePanes(step: 1 | -1) {
  const shown = panes.flatMap(({ pane, focus }) => {
    const target = focus.map(selector => document.querySelector<HTMLElement>(selector)).find(element => element !== null)
    return target ? [{ pane, target }] : []
  })
  if (shown.length === 0) return
  const at = shown.findIndex(({ pane }) => document.activeElement?.closest(pane))
  const next = at < 0 ? 0 : (at + step + shown.length) % shown.length
  shown[next]?.target.focus()
}
