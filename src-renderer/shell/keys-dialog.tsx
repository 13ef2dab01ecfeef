import { allCommands } from './commands.ts'
import { Dialog } from './components/dialog.tsx'
import { ShownKeys } from './components/kbd.tsx'
import { closeDialog } from './dialogs.ts'

/** Keys that belong to a list or a dialog rather than to a command. */
const listKeys = [
  { title: 'Move in the list', group: 'Library list', keys: 'arrowdown' },
  { title: 'Open the session', group: 'Library list', keys: 'enter' },
  { title: 'Select or unselect', group: 'Library list', keys: 'space' },
  { title: 'Select a stretch', group: 'Library list', keys: 'shift+arrowdown' },
  { title: 'Select all', group: 'Library list', keys: 'mod+a' },
  { title: 'Unselect', group: 'Library list', keys: 'escape' },
]

export function KeysDialog() {
  const bound = allCommands().filter(command => command.keys)
  const groups = Map.groupBy([...bound, ...listKeys], command => command.group)
  return (
    <Dialog title="Keys" width="wide" isForReading onClose={closeDialog}>
      <div className="keys-list">
        {[...groups].map(([group, commands]) => (
          <section key={group} className="keys-group">
            <h3 className="keys-title">{group}</h3>
            <dl>
              {commands.map(({ title, keys = '' }) => (
                <div key={title} className="keys-line">
                  <dt>{title}</dt>
                  <dd>
                    <ShownKeys keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
