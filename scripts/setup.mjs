import { setUpPackages } from './setup/packages.mjs'
import { setUpNode } from './setup/node-24.mjs'
import { setUpElectron } from './setup/electron.mjs'
import { setUpLibraries } from './setup/libraries.mjs'
await setUpPackages()
await setUpNode()
await setUpElectron()
await setUpLibraries()
