import { main } from './setup/project.mjs'
import { setUp } from './setup/steps.mjs'

await main(setUp)
