import { RangeSetBuilder, type EditorState, type Extension } from '@codemirror/state'
import { Decoration, EditorView } from '@codemirror/view'

const line = Decoration.line({ attributes: { dir: 'auto' } })

function everyLine({ doc }: EditorState) {
  const builder = new RangeSetBuilder<Decoration>()
  for (let position = 0, lines = doc.iterLines(); !lines.next().done; position += lines.value.length + 1)
    builder.add(position, position, line)
  return builder.finish()
}

/** Each line reads in the direction of its own script. */
export function readingDirection(): Extension {
  return [EditorView.perLineTextDirection.of(true), EditorView.decorations.compute([], everyLine)]
}
