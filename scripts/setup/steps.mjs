import { setUpBuild } from './build.mjs'
import { setUpElectron } from './electron.mjs'
import { setUpLibraries } from './libraries.mjs'
import { setUpNode } from './node-24.mjs'
import { setUpPackages } from './packages.mjs'
import { setUpSandbox } from './sandbox.mjs'

/** What the command line needs: each step does nothing, and says nothing, when its part is in place. */
export async function setUpCommandLine() {
  await setUpPackages()
  await setUpNode()
}

/** What the window needs to be opened, tested or developed. */
export async function setUpElectronApp() {
  await setUpCommandLine()
  await setUpElectron()
  await setUpLibraries()
  await setUpSandbox()
}

export async function setUp() {
  await setUpElectronApp()
  await setUpBuild()
}
