import { readdirSync } from 'node:fs'
import { drive } from './drive.mjs'
import { inProject, main, say } from './setup/project.mjs'
import { setUp } from './setup/steps.mjs'

await main(async () => {
  await setUp()
  const wanted = process.argv.slice(2)
  const names = readdirSync(inProject('bench')).filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const chosen = names.filter(name => wanted.length === 0 || wanted.some(word => name.includes(word)))
  let worst = 0
  for (const name of chosen.toSorted()) {
    say(`bench/${name}`)
    worst = Math.max(worst, await drive(`bench/${name}`))
  }
  return worst
})
