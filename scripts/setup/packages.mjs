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
  // No install scripts: what is native here comes built, but npm would compile it again wherever it finds a `binding.gyp`.
  const { code, output } = await runNpm(['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'])
  if (code !== 0) throw new SetupProblem(`${output}\nnpm could not install the packages (above is why). Is the npm registry reachable?`)
}
