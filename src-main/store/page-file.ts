import { basename } from 'node:path'
import type { ReadingRule } from '../../src-preload/record.ts'
import { AppError } from '../app-error.ts'
import { readFileBytes } from '../import/read-file.ts'
import { sha256 } from '../import/sha256.ts'
import { pageOf, readRows, readText, type Page, type PageText } from './page-rows.ts'

/** What a file gave: its page, why it has none, or the hash of bytes that are known already. Plain data. */
export type Reading = { readonly page: Page } | { readonly failure: Failure } | { readonly sha256: string }
export interface Failure {
  readonly code: string
  readonly message: string
}

/** What reading depends on besides the file. */
export interface Knowledge {
  /** Whether the project has these bytes, which need no reading then. */
  readonly isKnown: (sha256: string) => boolean
  readonly rules: readonly ReadingRule[]
}

/** The same of a file that is not parsed yet. */
export type TextReading = { readonly text: PageText } | Exclude<Reading, { readonly page: Page }>

export async function readPageFile(path: string, knowledge: Knowledge): Promise<Reading> {
  return parsed(path, await readTextFile(path, knowledge), knowledge)
}

export function readTextFile(path: string, knowledge: Knowledge): Promise<TextReading> {
  return orFailure(path, () => readBytes(basename(path), path, readFileBytes(path), knowledge))
}

export async function readPageText(given: string, text: string, knowledge: Knowledge): Promise<Reading> {
  const name = given.endsWith('.txt') ? given : `${given}.txt`
  return parsed(name, await orFailure(name, () => readBytes(name, null, Buffer.from(text.toWellFormed()), knowledge)), knowledge)
}

function parsed(file: string, reading: TextReading, { rules }: Knowledge): Promise<Reading> {
  return orFailure<Reading>(file, async () => ('text' in reading ? { page: pageOf(reading.text, readRows(reading.text, rules)) } : reading))
}

async function readBytes(name: string, path: string | null, bytes: Uint8Array, { isKnown }: Knowledge): Promise<TextReading> {
  const hash = sha256(bytes)
  return isKnown(hash) ? { sha256: hash } : { text: await readText({ name, path, bytes, sha256: hash }) }
}

// A bug in one reader must not cost the other files: it is said in the list and logged.
async function orFailure<T>(file: string, read: () => Promise<T>): Promise<T | { readonly failure: Failure }> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof AppError) return { failure: { code: error.code, message: error.message } }
    console.error(file, error)
    return { failure: bug(error) }
  }
}

export function bug(error: unknown): Failure {
  return {
    code: 'internal',
    message: `Rapporteur failed on this file: ${(error as Error).message}. The file is untouched; please report it.`,
  }
}
