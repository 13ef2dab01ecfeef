import { readFileSync } from 'node:fs'
import { fromRoot } from '../from-root.ts'

export const programVersion = (JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as { version: string }).version
