/** Cells of one line each make a line; a row that holds longer cells is a layout, and its cells are blocks. */
export function tableRow(cells: readonly string[]): string[] {
  const texts = cells.map(cell => cell.trim())
  while (texts.at(-1) === '') texts.pop()
  const filled = texts.filter(text => text !== '')
  const isLayout = filled.length < 2 || filled.some(text => text.includes('\n'))
  return isLayout ? filled : [texts.join(' | ')]
}
