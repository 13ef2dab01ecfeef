const mostBytes = 120
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i
// Joiners shape letters in Persian and Indic scripts; all other invisible characters go.
const invisible = /(?![\u200C\u200D])\p{C}/gu
const forbidden = /[<>:"/\\|?*#%^[\]]/g

/** Names files after what is in them: safe on every system, of at most 120 bytes, and none twice, whatever the case of its letters. */
export function fileNames(ending: string): (title: string) => string {
  const taken = new Set<string>()
  const nextNumber = new Map<string, number>()
  return title => {
    const stem = safeStem(title)
    for (let number = nextNumber.get(stem) ?? 1; ; number++) {
      const tail = (number === 1 ? '' : ` (${number})`) + ending
      const name = cutTo(stem, mostBytes - Buffer.byteLength(tail)) + tail
      const key = name.normalize('NFKC').toUpperCase().toLowerCase()
      if (taken.has(key)) continue
      taken.add(key)
      nextNumber.set(stem, number + 1)
      return name
    }
  }
}

function safeStem(title: string): string {
  const stem = trimmed(
    title.slice(0, 1000).toWellFormed().normalize('NFC').replace(forbidden, ' ').replace(/\s+/gu, ' ').replace(invisible, ''),
  )
  if (!/[\p{L}\p{N}]/u.test(stem)) return 'session'
  return reserved.test(stem.split('.')[0]!.trim()) ? `_${stem}` : stem
}

/** Windows drops dots and blanks at the end of a name, other systems hide names that begin with a dot, and tools take a dash for an option. */
const trimmed = (name: string): string => name.replace(/^[\s.-]+|[\s.]+$/gu, '')

function cutTo(stem: string, bytes: number): string {
  if (Buffer.byteLength(stem) <= bytes) return stem
  let cut = ''
  for (const { segment } of new Intl.Segmenter().segment(stem)) {
    if (Buffer.byteLength(cut + segment) > bytes) break
    cut += segment
  }
  return trimmed(cut) || 'session'
}
