import { Decoration } from '@codemirror/view'
import type { Span } from '../../src-preload/record.ts'
import { layer } from './layer.ts'

const mark = Decoration.mark({ class: 'cm-leftover', attributes: { title: 'Leftover: no field holds these words' } })
const words = layer<readonly Span[]>(spans => Decoration.set(spans.map(([start, end]) => mark.range(start, end))))

/** Words of the page that nothing in the record accounts for. */
export const leftover = words.extension
export const setLeftover = words.set
