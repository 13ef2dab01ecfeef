import { spawn } from 'node:child_process'
import { runAttached } from './setup/command.mjs'
import { SetupProblem } from './setup/project.mjs'

const screen = '2560x1440x24'

/** Whether windows can be shown to someone. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** Runs a program to its end and answers its exit code; without a display it gets a virtual one of its own. */
export async function withDisplay(command, args, options = {}) {
  if (hasDisplay()) return runAttached(command, args, options)
  const display = await startVirtualDisplay()
  try {
    const env = { ...(options.env ?? process.env), DISPLAY: display.name }
    return await runAttached(command, args, { ...options, env })
  } finally {
    display.stop()
  }
}

/** Xvfb chooses a free number by itself and writes it to file descriptor 3 when it is ready. Without `-noreset` it would refuse who comes just as the last window goes. */
function startVirtualDisplay() {
  return new Promise((settle, fail) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    })
    let complaints = ''
    server.stderr.on('data', chunk => (complaints += chunk))
    server.on('error', error => fail(new SetupProblem(`Xvfb could not be started (${error.message}). Run \`npm run setup\`.`)))
    server.on('exit', () => fail(new SetupProblem(`Xvfb ended before it was ready: ${complaints.trim()}`)))
    server.stdio[3].once('data', number => settle({ name: `:${String(number).trim()}`, stop: () => server.kill() }))
  })
}
