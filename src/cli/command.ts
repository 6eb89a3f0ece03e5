/** Where a command writes, and what it knows of its surroundings. */
export interface Surroundings {
  cwd: string
  env: Readonly<Record<string, string | undefined>>
  out: (text: string) => void
  err: (text: string) => void
}

/** A subcommand of `audiopod-react`. */
export interface Command {
  name: string
  /** One line for the list of commands. */
  summary: string
  usage: string
  /** Answers the exit code: 0 all is well, 1 it is not, 2 for a call that is wrong, which it throws as `UsageError` too. */
  run(args: string[], surroundings: Surroundings): number | Promise<number>
}

/** A call that is wrong: its message and the command's usage are shown, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
