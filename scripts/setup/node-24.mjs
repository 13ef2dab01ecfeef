import { existsSync, realpathSync } from 'node:fs'
import { inProject, readJson, say, SetupProblem } from './project.mjs'
import { nodePath, runQuietly } from './command.mjs'

function wantedVersion() {
  return `v${readJson(inProject('package.json')).devDependencies.node}`
}

async function installedVersion() {
  if (!existsSync(nodePath)) return undefined
  if (realpathSync(process.execPath) === realpathSync(nodePath)) return process.version
  const { code, output } = await runQuietly(nodePath, ['--version'])
  return code === 0 ? output.trim() : undefined
}

/** The package `node` fetches the real Node in an install script, which npm may have been told not to run. */
export async function setUpNode() {
  const wanted = wantedVersion()
  if ((await installedVersion()) === wanted) return
  say(`Installing Node ${wanted.slice(1)} for the project …`)
  const { output } = await runQuietly(process.execPath, ['installArchSpecificPackage.js'], { cwd: inProject('node_modules', 'node') })
  if ((await installedVersion()) !== wanted)
    throw new SetupProblem(`${output}\nNode ${wanted.slice(1)} could not be installed from the npm registry (above is why).`)
}
