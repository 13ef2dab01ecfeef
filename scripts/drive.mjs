import { withDisplay } from './display.mjs'
import { launchEnv } from './electron.mjs'
import { compileCache, nodePath } from './setup/command.mjs'
import { inProject } from './setup/project.mjs'

/** Runs a script that drives the app's window, under a virtual display when there is no other. */
export function drive(script, args = []) {
  return withDisplay(nodePath, [inProject(script), ...args], { cwd: inProject(), env: { ...launchEnv(), ...compileCache } })
}
