import { existsSync, realpathSync } from 'node:fs'
import { inProject, readJson, say, SetupProblem } from './project.mjs'
import { nodePath, runNpm, runQuietly } from './command.mjs'

const nodeInPath = inProject('node_modules', '.bin', 'node')

function wantedVersion() {
  return `v${readJson(inProject('package.json')).devDependencies.node}`
}

async function installedVersion() {
  if (!existsSync(nodePath) || !existsSync(nodeInPath)) return undefined
  if (realpathSync(process.execPath) === realpathSync(nodePath)) return process.version
  const { code, output } = await runQuietly(nodePath, ['--version'])
  return code === 0 ? output.trim() : undefined
}

/** The package `node` fetches the real Node in its install script, the only one that set-up lets run. */
export async function setUpNode() {
  const wanted = wantedVersion()
  if ((await installedVersion()) === wanted) return
  say(`Installing Node ${wanted.slice(1)} for the project …`)
  const { output } = await runNpm(['rebuild', 'node', '--ignore-scripts=false'])
  if ((await installedVersion()) !== wanted)
    throw new SetupProblem(`${output}\nNode ${wanted.slice(1)} could not be installed from the npm registry (above is why).`)
}
