import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { createClient } from 'redis'
import type { RedisClient } from '../../../src/server.js'
import { freePort } from '../../support/freePort.js'

/** Without it the tests that need one are skipped, and `npm test` says so. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0

export interface RedisServer {
  readonly port: number
  /** Stops it as it is: connections stand, and nothing is answered. */
  freeze(): void
  thaw(): void
  /** Ends it without a word. */
  kill(): Promise<void>
  /** Where it was killed. */
  start(): Promise<void>
  /** What only a test may ask. */
  run(...command: string[]): Promise<unknown>
  close(): Promise<void>
}

/** `redis-server` on a free port of this machine. With `keeps`, each command is on disk before it is answered. */
export async function startRedis({ keeps = false } = {}): Promise<RedisServer> {
  const directory = mkdtempSync(join(tmpdir(), 'audiopod-react-redis-'))
  const port = await freePort()
  const persistence = ['--save', '', '--appendonly', keeps ? 'yes' : 'no', '--appendfsync', 'always']
  let child: ChildProcess | undefined
  let admin: Awaited<ReturnType<typeof openAdmin>> | undefined

  const isRunning = () => child !== undefined && child.exitCode === null && child.signalCode === null
  const start = async () => {
    if (isRunning()) return
    const started = spawn(
      'redis-server',
      ['--port', String(port), '--bind', '127.0.0.1', '--dir', directory, '--logfile', '', ...persistence],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    )
    child = started
    let log = ''
    await new Promise<void>((resolve, reject) => {
      started.stdout?.on('data', (chunk) => {
        log += chunk
        if (log.includes('Ready to accept connections')) resolve()
      })
      started.once('exit', () => reject(new Error(`redis-server ended:\n${log}`)))
    })
  }
  const kill = async () => {
    if (!child || !isRunning()) return
    const exited = once(child, 'exit')
    child.kill('SIGKILL')
    await exited
  }
  await start()
  return {
    port,
    start,
    kill,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    async run(...command) {
      admin ??= await openAdmin(port)
      return admin.sendCommand(command)
    },
    async close() {
      admin?.destroy()
      await kill()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

export interface Connected {
  client: RedisClient
  end(): void
}

export type Kind = 'redis' | 'ioredis'
export const kinds: readonly Kind[] = ['redis', 'ioredis']

/** A client as its documentation has one made: with all its defaults, and a listener of `error`. */
export async function connect(kind: Kind, port: number): Promise<Connected> {
  if (kind === 'ioredis') {
    const client = new Redis(port, '127.0.0.1')
    client.on('error', () => {})
    await client.ping()
    return { client, end: () => client.disconnect() }
  }
  const client = await openAdmin(port)
  return { client, end: () => client.destroy() }
}

async function openAdmin(port: number) {
  const client = createClient({ url: `redis://127.0.0.1:${port}` })
  client.on('error', () => {})
  return client.connect()
}
