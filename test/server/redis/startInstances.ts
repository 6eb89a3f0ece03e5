import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { Ask, Seen } from '../support.js'
import { see } from '../support.js'
import type { InstanceOptions } from './instance.js'

export interface Instance {
  ask(method: string, path: string, options?: Ask): Promise<Seen>
  /** kill -9: nothing is finished, nothing is said. */
  kill(): Promise<void>
  /** What an orchestrator asks first. Resolves with the exit code. */
  terminate(): Promise<number | null>
}

export interface Instances {
  start(options: InstanceOptions): Promise<Instance>
  close(): Promise<void>
}

/** Processes of their own, each a proxy behind `node:http`, made from the sources as they are. */
export async function prepareInstances(): Promise<Instances> {
  // Inside the project, where the clients of Redis are found by their names.
  const cache = fileURLToPath(new URL('../../../node_modules/.cache/', import.meta.url))
  mkdirSync(cache, { recursive: true })
  const outDir = mkdtempSync(join(cache, 'audiopod-react-instance-'))
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: fileURLToPath(new URL('instance.ts', import.meta.url)), outDir, target: 'es2022' },
  })
  const running = new Set<ChildProcess>()

  const kill = async (child: ChildProcess) => {
    running.delete(child)
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill('SIGKILL')
    await exited
  }

  return {
    async start(options) {
      const child = fork(join(outDir, 'instance.js'), [JSON.stringify(options)], { execArgv: [] })
      running.add(child)
      const port = await new Promise<number>((resolve, reject) => {
        child.once('message', (message) => resolve(Number(message)))
        child.once('exit', () => reject(new Error('The instance ended before it served.')))
      })
      return {
        ask: (method, path, { user = 'alice', ...ask } = {}) => send(`http://127.0.0.1:${port}/api/audiopod${path}`, method, user, ask),
        kill: () => kill(child),
        async terminate() {
          const exited = once(child, 'exit')
          child.kill('SIGTERM')
          const [code] = (await exited) as [number | null]
          running.delete(child)
          return code
        },
      }
    },
    async close() {
      await Promise.all([...running].map(kill))
      rmSync(outDir, { recursive: true, force: true })
    },
  }
}

async function send(url: string, method: string, user: string, { headers, json, form }: Ask): Promise<Seen> {
  const body = json !== undefined ? JSON.stringify(json) : form && new URLSearchParams(form).toString()
  const type = json !== undefined ? 'application/json' : form && 'application/x-www-form-urlencoded'
  return see(
    await fetch(url, {
      method,
      headers: { 'x-user': user, ...(type && { 'content-type': type }), ...headers },
      ...(body !== undefined && { body }),
    }),
  )
}
