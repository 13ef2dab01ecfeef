import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { electronPath } from '../electron.mjs'
import { prefixForRoot, runQuietly } from './command.mjs'
import { addToStamp, readStamp, say, SetupProblem } from './project.mjs'

/** Some systems keep users from making namespaces: there Chromium's sandbox needs a helper that belongs to root. */
export async function setUpSandbox() {
  if (process.platform !== 'linux' || process.getuid() === 0) return
  const helper = join(dirname(electronPath()), 'chrome-sandbox')
  if (readStamp().sandbox === helper || isRootsHelper(helper)) return
  if (await namespacesWork()) return addToStamp({ sandbox: helper })
  await giveToRoot(helper)
}

function isRootsHelper(path) {
  const { uid, mode } = statSync(path)
  return uid === 0 && (mode & 0o7777) === 0o4755
}

async function namespacesWork() {
  return (await runQuietly('unshare', ['--user', '--map-root-user', 'true'])).code !== 1
}

async function giveToRoot(helper) {
  if (helper.includes(' '))
    throw new SetupProblem(
      `This system lets Electron's sandbox start from a path without spaces only: move the project out of ${dirname(helper)}.`,
    )
  const commands = `chown root "${helper}" && chmod 4755 "${helper}"`
  const asRoot = await prefixForRoot()
  if (!asRoot)
    throw new SetupProblem(`Electron's sandbox needs its helper to belong to root. Run this as root, then start again:\n  ${commands}`)
  say("Giving the helper of Electron's sandbox to root …")
  const [program, ...rest] = [...asRoot, 'sh', '-c', commands]
  const { code, output } = await runQuietly(program, rest)
  if (code !== 0) throw new SetupProblem(`${output}\nThat failed (above is why). By hand, as root:\n  ${commands}`)
}
