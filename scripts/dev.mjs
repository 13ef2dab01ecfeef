import { electronEnv } from './electron.mjs'
import { runTool } from './setup/command.mjs'
import { main } from './setup/project.mjs'
import { setUpElectronApp } from './setup/steps.mjs'

await main(async () => {
  await setUpElectronApp()
  const asRoot = process.getuid?.() === 0 ? { NO_SANDBOX: '1' } : {}
  return runTool('electron-vite', ['dev', ...process.argv.slice(2)], { ...electronEnv(), ...asRoot })
})
