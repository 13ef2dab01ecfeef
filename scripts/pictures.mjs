import { drive } from './drive.mjs'
import { main } from './setup/project.mjs'
import { setUp } from './setup/steps.mjs'

await main(async () => {
  await setUp()
  return drive('scripts/pictures.ts', process.argv.slice(2))
})
