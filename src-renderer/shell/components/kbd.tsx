import { showKeys } from '../key-match.ts'
import { isMac } from '../keys.ts'

/** One key as printed on it. */
export function Kbd({ children }: { children: string }) {
  return <kbd className="kbd">{children}</kbd>
}

/** The keys of a command, such as `mod+shift+z`; of several given, the first. */
export function ShownKeys({ keys }: { keys: string }) {
  return (
    <span className="keys">
      {showKeys(keys.split(' ')[0] ?? '', isMac).map(part => (
        <Kbd key={part}>{part}</Kbd>
      ))}
    </span>
  )
}
