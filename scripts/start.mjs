import { hasDisplay } from './display.mjs'
import { drive } from './drive.mjs'
import { electronArgs, electronPath, launchEnv } from './electron.mjs'
import { runAttached } from './setup/command.mjs'
import { inProject, main, say } from './setup/project.mjs'
import { setUp } from './setup/steps.mjs'

await main(async () => {
  await setUp()
  const args = process.argv.slice(2)
  const rest = args.filter(arg => arg !== '--tour')
  if (rest.length < args.length) return drive('scripts/tour.ts', rest)
  if (hasDisplay()) return runAttached(electronPath(), electronArgs(rest), { cwd: inProject(), env: launchEnv() })
  say('There is no display: running the tour instead.')
  return drive('scripts/tour.ts', rest)
})
