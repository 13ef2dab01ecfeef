export interface Arguments {
  readonly values: Readonly<Record<string, string | undefined>>
  readonly positionals: readonly string[]
}
export interface Command {
  readonly summary: string
  /** What follows the program's name. */
  readonly usage: string
  /** Every option and what is worth knowing, as `--help` shows it. */
  readonly help: string
  /** Names of options, each with a value. */
  readonly options: readonly string[]
  /** Does the work and gives the exit code. */
  run(given: Arguments): Promise<number>
}

/** A command that cannot be understood: exit code 2, with a hint where to look. */
export class UsageError extends Error {}

export function required({ values }: Arguments, option: string): string {
  const value = values[option]
  if (!value) throw new UsageError(`--${option} is missing.`)
  return value
}

export function refusePositionals({ positionals }: Arguments): void {
  if (positionals.length > 0) throw new UsageError(`“${positionals[0]}” is not expected here.`)
}

export function oneOf<T extends string>(given: string, known: readonly T[], option: string): T {
  const value = known.find(one => one === given)
  if (value === undefined) throw new UsageError(`--${option} cannot be “${given}”; it is one of ${known.join(', ')}.`)
  return value
}
