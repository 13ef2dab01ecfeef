import type { ExportFormat } from '../../src-preload/types.ts'
import { csv } from './csv.ts'
import type { Format } from './format.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'

export const formats: Readonly<Record<ExportFormat, Format>> = { json, csv, markdown }
