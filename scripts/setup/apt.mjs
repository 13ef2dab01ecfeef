import { prefixForRoot, programIsThere, runQuietly } from './command.mjs'
import { say, SetupProblem } from './project.mjs'

const patience = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::http::Timeout=30', '-o', 'Acquire::Retries=2']

export async function installDebianPackages(names) {
  const byHand = `apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')}`
  if (!programIsThere('apt-get'))
    throw new SetupProblem(`Electron needs what Debian calls ${names.join(', ')}: install them with this system's package manager.`)
  const asRoot = await prefixForRoot()
  if (!asRoot) throw new SetupProblem(`System packages are missing. Run this as root, then start again:\n  ${byHand}`)
  say(`Installing system packages: ${names.join(' ')} …`)
  const { code, output } = await install(asRoot, names)
  if (code !== 0)
    throw new SetupProblem(`${output}\nThe system packages could not be installed (above is why). By hand, as root:\n  ${byHand}`)
}

async function install(asRoot, names) {
  const apt = (...args) => {
    const [program, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...patience, ...args]
    return runQuietly(program, rest)
  }
  const attempt = async () => apt('install', '-y', '--no-install-recommends', ...(await currentNames(names)))
  const first = await attempt()
  if (first.code === 0) return first
  // The lists are missing or old. Some other archive of theirs may fail to answer: the install decides.
  await apt('update')
  return attempt()
}

/** Newer systems call some packages `…t64`. */
async function currentNames(names) {
  const { output } = await runQuietly('apt-cache', ['pkgnames'])
  const known = new Set(output.split('\n'))
  return names.map(name => (known.has(`${name}t64`) ? `${name}t64` : name))
}
