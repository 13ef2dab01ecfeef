import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(fileURLToPath(import.meta.url), '../../..')

/** A failure that set-up can explain: its message is all that is shown. */
export class SetupProblem extends Error {}

export function inProject(...names) {
  return join(root, ...names)
}

/** Progress goes to stderr, so that `rapporteur parse` keeps stdout to itself. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

export function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

export function readJsonIfThere(path) {
  try {
    return readJson(path)
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Makes the folder if need be; false where this user cannot write in it. */
export function isWritable(folder) {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

// In node_modules, so that it goes when the packages go.
const stampPath = inProject('node_modules', '.setup-stamp.json')

/** What earlier runs found out: which Electron is in use, which libraries were checked. */
export function readStamp() {
  return readJsonIfThere(stampPath) ?? {}
}

export function addToStamp(facts) {
  writeFileSync(stampPath, `${JSON.stringify({ ...readStamp(), ...facts }, null, 2)}\n`)
}

/** Runs a script's work; its answer is the exit code, and a failure that set-up can explain is told in its own words. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error
    say(error.message)
    process.exitCode = 1
  }
}
