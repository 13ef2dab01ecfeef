import { buildApp } from './setup/build.mjs'
import { main } from './setup/project.mjs'
import { setUpElectronApp } from './setup/steps.mjs'

await main(async () => {
  await setUpElectronApp()
  await buildApp()
})
