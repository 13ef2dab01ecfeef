import { spawn } from 'node:child_process'
import { accessSync, constants as fileConstants } from 'node:fs'
import { constants, homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { inProject, isWritable, readJson } from './project.mjs'

export const nodePath = inProject('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** The environment in which `node` and every tool are the project's own. */
export function projectEnv(more = {}) {
  const { Path, PATH = Path, ...rest } = process.env
  return { ...rest, ...more, PATH: [inProject('node_modules', '.bin'), PATH].join(delimiter) }
}

/** Programs that run from their sources keep them compiled for the next time: half of what starting costs them and each of their threads. */
export const compileCache = { NODE_COMPILE_CACHE: inProject('.electron', 'cache', 'compiled') }

export function programIsThere(name) {
  return (process.env.PATH ?? '').split(delimiter).some(folder => {
    try {
      accessSync(join(folder, name), fileConstants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** Runs a program with its output kept; `code` is null when it could not start or was stopped. */
export function runQuietly(command, args, { timeout, ...options } = {}) {
  return new Promise(settle => {
    let output = ''
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout, killSignal: 'SIGKILL', ...options })
    child.stdout.on('data', chunk => (output += chunk))
    child.stderr.on('data', chunk => (output += chunk))
    child.on('error', error => settle({ code: null, output: error.message }))
    child.on('close', code => settle({ code, output }))
  })
}

const forwardedSignals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Runs a program on our own streams, passing signals on; answers its exit code, or 128 + n when signal n ended it. */
export function runAttached(command, args, options = {}) {
  return new Promise((settle, fail) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    const forward = signal => child.kill(signal)
    for (const signal of forwardedSignals) process.on(signal, forward)
    child.on('error', fail)
    child.on('exit', (code, signal) => {
      for (const name of forwardedSignals) process.off(name, forward)
      settle(code ?? 128 + constants.signals[signal])
    })
  })
}

const packageOfTool = { tsc: 'typescript', playwright: '@playwright/test' }

/** The arguments that make Node run an installed tool, on every platform alike. */
export function toolArgs(tool, args) {
  const folder = inProject('node_modules', packageOfTool[tool] ?? tool)
  return [`${folder}/${readJson(`${folder}/package.json`).bin[tool]}`, ...args]
}

export function runTool(tool, args, env) {
  return runAttached(nodePath, toolArgs(tool, args), { cwd: inProject(), env: projectEnv(env) })
}

/** Runs npm the way that the caller's npm runs. */
export function runNpm(args) {
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env
  const settings = { cwd: inProject(), env: npmEnv() }
  const allArgs = [...args, '--loglevel=error']
  if (npm?.endsWith('npm-cli.js')) return runQuietly(node, [npm, ...allArgs], settings)
  return runQuietly('npm', allArgs, { ...settings, shell: process.platform === 'win32' })
}

function npmEnv() {
  const cache = process.env.npm_config_cache ?? join(homedir(), '.npm')
  if (process.platform === 'win32' || isWritable(cache)) return process.env
  return { ...process.env, npm_config_cache: inProject('.electron', 'cache', 'npm') }
}

/** The words put before a command to run it as root, or undefined where that would take a password. */
export async function prefixForRoot() {
  if (process.getuid() === 0) return []
  return (await runQuietly('sudo', ['-n', 'true'])).code === 0 ? ['sudo', '-n'] : undefined
}
