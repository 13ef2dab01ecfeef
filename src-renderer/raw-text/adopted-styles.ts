import { StyleModule } from 'style-mod'

/**
 * CodeMirror puts its styles into a style element, which our security policy refuses, unless the root has no head:
 * then it uses the root's adopted style sheets, and from then on always.
 */
export function adoptStyles(root: Document) {
  Object.defineProperty(root, 'head', { value: null, configurable: true })
  StyleModule.mount(root, new StyleModule({}))
  Reflect.deleteProperty(root, 'head')
}
