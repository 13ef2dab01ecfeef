/** `next`, with every part that equals the same part of `previous` being that very part: what did not change is not drawn again. */
export function keepSame<T>(previous: unknown, next: T): T {
  if (Object.is(previous, next)) return next
  if (Array.isArray(previous) && Array.isArray(next)) return keepItems(previous, next) as T
  if (isRecord(previous) && isRecord(next)) return keepEntries(previous, next) as T
  return next
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const idOf = (value: unknown) => (isRecord(value) && typeof value['id'] === 'string' ? value['id'] : undefined)

// Rows are found by their ids, so that one row more does not make all those after it new.
function keepItems(previous: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const byId = new Map(previous.map(item => [idOf(item), item]))
  const kept = next.map((item, index) => {
    const id = idOf(item)
    return keepSame(id === undefined ? previous[index] : byId.get(id), item)
  })
  return kept.length === previous.length && kept.every((item, index) => Object.is(item, previous[index])) ? previous : kept
}

function keepEntries(previous: Record<string, unknown>, next: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.fromEntries(Object.entries(next).map(([key, value]) => [key, keepSame(previous[key], value)]))
  const keys = Object.keys(kept)
  const isSame = keys.length === Object.keys(previous).length && keys.every(key => Object.is(kept[key], previous[key]))
  return isSame ? previous : kept
}
