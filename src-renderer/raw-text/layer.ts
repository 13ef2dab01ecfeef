import { StateEffect, StateField, type Extension, type Text, type TransactionSpec } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'

/** Decorations that are replaced as a whole. The text never changes, so their positions never move. */
export function layer<T>(decorate: (items: T, document: Text) => DecorationSet) {
  const replace = StateEffect.define<T>()
  const field = StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update: (ranges, transaction) =>
      transaction.effects.reduce((now, effect) => (effect.is(replace) ? decorate(effect.value, transaction.newDoc) : now), ranges),
    provide: layered => EditorView.decorations.from(layered),
  })
  return {
    field,
    extension: (): Extension => field,
    set: (items: T): TransactionSpec => ({ effects: replace.of(items) }),
  }
}
