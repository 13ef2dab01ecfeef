const dayStart = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
const day = 86_400_000

/** `14:05`, as the system writes it. */
export function clockTime(at: string) {
  return new Date(at).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })
}

/** `Today`, `Yesterday`, or the date. */
export function dayName(at: string, now = new Date()) {
  const date = new Date(at)
  const days = Math.round((dayStart(now) - dayStart(date)) / day)
  if (days === 0) return 'Today'
  if (days === 1) return 'Yesterday'
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const }
  return date.toLocaleDateString(undefined, { weekday: 'long', day: 'numeric', month: 'long', ...year })
}

/** The time alone for today, with the day otherwise. */
export function shortTime(at: string, now = new Date()) {
  const date = new Date(at)
  if (dayStart(now) === dayStart(date)) return clockTime(at)
  return date.toLocaleDateString(undefined, { day: 'numeric', month: 'short', year: 'numeric' }) + ', ' + clockTime(at)
}

/** The whole of it, for what has to be told apart: `22 Nov 2026, 14:05:09`. */
export function fullTime(at: string) {
  return new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' })
}

const units = ['B', 'KB', 'MB', 'GB', 'TB']

export function fileSize(bytes: number) {
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  return `${value.toLocaleString(undefined, { maximumFractionDigits: power === 0 || value >= 100 ? 0 : 1 })} ${units[power]}`
}
