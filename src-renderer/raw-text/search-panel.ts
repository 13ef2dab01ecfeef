import { closeSearchPanel, findNext, findPrevious, openSearchPanel, search } from '@codemirror/search'
import { type Extension } from '@codemirror/state'
import { keymap } from '@codemirror/view'

/** Finding words in the page. */
export function searchPanel(): Extension {
  return [
    search({ top: true }),
    keymap.of([
      { key: 'Mod-f', run: openSearchPanel, scope: 'editor search-panel' },
      { key: 'F3', run: findNext, shift: findPrevious, scope: 'editor search-panel' },
      { key: 'Mod-g', run: findNext, shift: findPrevious, scope: 'editor search-panel' },
      { key: 'Escape', run: closeSearchPanel, scope: 'editor search-panel' },
    ]),
  ]
}
