export function electronPath(): string
export function electronEnv(): Record<string, string>
export function electronArgs(args?: string[]): string[]
export function launchEnv(env?: Record<string, string>): Record<string, string>
export function launchOptions(options?: { args?: string[]; env?: Record<string, string> }): {
  executablePath: string
  args: string[]
  env: Record<string, string>
  cwd: string
  chromiumSandbox: boolean
}
