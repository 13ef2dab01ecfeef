// A store that is killed before it writes its nth row, or else as soon as it has answered: `node killed-store.ts PATH NUMBER NAME INPUT`.
import { openProject } from '../open.ts'
import { storeOf } from '../store.ts'
import { watchWrites } from './watched-writes.ts'

const [path, number, name, input] = process.argv.slice(2)
const at = Number(number)
let writes = 0

function kill(): never {
  process.kill(process.pid, 'SIGKILL')
  for (;;);
}

const open = openProject(path!)
// What is not committed goes to the disk all the same, as it does in a transaction that is large.
open.db.pragma('cache_size = 5')
const store = storeOf(open, 'A. Rapporteur', () => {})
watchWrites(open.db, () => ++writes === at && kill())
await store.request(name!, JSON.parse(input!))
kill()
