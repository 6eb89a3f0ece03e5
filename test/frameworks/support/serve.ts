import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { freePort } from '../../support/freePort.js'

/** Shaped like a key, and obviously none. */
export const KEY = 'ap_FAKEfakeFAKEfakeFAKE0007'

export interface Running {
  port: number
  close(): Promise<void>
}

/** Starts a server as its own process on a free port of this machine, and waits until it answers there. */
export async function startProcess(
  command: string,
  args: (port: number) => string[],
  options: { cwd: string; env?: Record<string, string>; port?: number; signal?: 'SIGKILL' | 'SIGTERM' },
): Promise<Running> {
  const port = options.port ?? (await freePort())
  const env = { ...process.env, PORT: String(port), AUDIOPOD_API_KEY: KEY, NEXT_TELEMETRY_DISABLED: '1', ...options.env }
  const child = spawn(command, args(port), { cwd: options.cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += String(chunk)))
  const exited = once(child, 'exit')
  const ended = exited.then(() => Promise.reject(new Error(`${command} ended:\n${log}`)))
  ended.catch(() => {})
  await Promise.race([answers(port), ended])
  return {
    port,
    async close() {
      child.kill(options.signal ?? 'SIGKILL')
      await exited
    },
  }
}

async function answers(port: number): Promise<void> {
  for (;;) {
    const stands = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => resolve(socket.destroy()))
      socket.once('error', () => resolve(undefined))
    })
    if (stands) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
