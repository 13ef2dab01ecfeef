import { compileCache, nodePath, projectEnv, runAttached } from './setup/command.mjs'
import { inProject, main } from './setup/project.mjs'
import { setUpCommandLine } from './setup/steps.mjs'

await main(async () => {
  await setUpCommandLine()
  // npm moves to the project's folder; the files that the user names are seen from the user's.
  const cwd = process.env.npm_lifecycle_event === 'rapporteur' ? process.env.INIT_CWD : process.cwd()
  return runAttached(nodePath, [inProject('src-main', 'cli.ts'), ...process.argv.slice(2)], { cwd, env: projectEnv(compileCache) })
})
