import { version } from '../version.js'
import { check } from './check.js'
import { type Command, type Surroundings, UsageError } from './command.js'
import { init } from './init.js'

/** Each is a file beside this one. */
const commands: readonly Command[] = [init, check]

const here = (): Surroundings => ({
  cwd: process.cwd(),
  env: process.env,
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
})

/** Runs `audiopod-react <command> …` and answers its exit code. */
export async function main(args: readonly string[], surroundings: Surroundings = here()): Promise<number> {
  const [name = '', ...rest] = args
  if (name === '--version' || name === '-v') return say(surroundings, version)
  if (name === '--help' || name === '-h') return say(surroundings, help())
  const command = commands.find((one) => one.name === name)
  if (!command) {
    surroundings.err(name === '' ? help() : `audiopod-react has no command ${JSON.stringify(name)}.\n\n${help()}`)
    return 2
  }
  if (rest.some((one) => one === '--help' || one === '-h')) return say(surroundings, command.usage)
  try {
    return await command.run(rest, surroundings)
  } catch (error) {
    if (!(error instanceof Error) || !isMisuse(error)) throw error
    surroundings.err(`${error.message}\n\n${command.usage}`)
    return 2
  }
}

/** Ours, or `parseArgs`'s. */
function isMisuse(error: Error): boolean {
  return error instanceof UsageError || ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
}

function say({ out }: Surroundings, text: string): number {
  out(text)
  return 0
}

function help(): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n')
  return `Usage: audiopod-react <command>\n\n${list}\n\naudiopod-react <command> --help says more.`
}
