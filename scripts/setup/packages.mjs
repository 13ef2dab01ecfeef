import { existsSync } from 'node:fs'
import { inProject, readJsonIfThere, say, SetupProblem } from './project.mjs'
import { runNpm } from './command.mjs'

/** Whether what npm installed is what the lock file asks for; packages for other platforms may be absent. */
export function lockIsInstalled(lock, installed) {
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed.packages[path]
    return found ? found.version === wanted.version && found.integrity === wanted.integrity : wanted.optional === true
  })
}

function packagesAreReady() {
  const installed = readJsonIfThere(inProject('node_modules', '.package-lock.json'))
  return installed !== undefined && lockIsInstalled(readJsonIfThere(inProject('package-lock.json')), installed)
}

export async function setUpPackages() {
  if (packagesAreReady()) return
  say('Installing packages …')
  // Windows cannot delete the node.exe that is running this, which `npm ci` would try.
  const install = process.platform === 'win32' && existsSync(inProject('node_modules')) ? 'install' : 'ci'
  const { code, output } = await runNpm([install, '--include=dev', '--include=optional', '--no-audit', '--no-fund'])
  if (code !== 0) throw new SetupProblem(`${output}\nnpm could not install the packages (above is why). Is the npm registry reachable?`)
}
