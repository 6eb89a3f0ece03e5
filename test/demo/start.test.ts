import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ensureBuilt } from '../../demo/ensureBuilt.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const children: ChildProcess[] = []
const isIPv6There = await hasIPv6()

beforeAll(() => ensureBuilt())

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

describe('npm start', () => {
  test('prints the address last, and the page is there', async () => {
    const { url, lines } = await start({ PORT: '0' })

    expect(lines()).toHaveLength(3)
    expect(lines()[0]).toContain('simulated account')
    expect(url).toMatch(/^http:\/\/localhost:\d+$/)
    expect(await (await fetch(url)).text()).toContain('<title>AudioPod in React</title>')
  })

  test('says so when the port is taken, and takes the next', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const taken = portOf(other)

    const { url, errors } = await start({ PORT: String(taken) })
    other.close()

    expect(errors()).toContain(`Port ${taken} is taken.`)
    expect(Number(new URL(url).port)).toBeGreaterThan(taken)
  })

  test.runIf(isIPv6There)('takes the next port also where only the IPv6 one is taken', async () => {
    const other = createServer().listen(0, '::1')
    await once(other, 'listening')
    const taken = portOf(other)

    const { url } = await start({ PORT: String(taken) })
    other.close()

    expect(Number(new URL(url).port)).toBeGreaterThan(taken)
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('ends with 0 on %s, also with a connection open', async (signal) => {
    const { child, url } = await start({ PORT: '0' })
    const kept = await fetch(url)
    const exit = once(child, 'exit')

    child.kill(signal)

    expect(await exit).toEqual([0, null])
    await kept.body?.cancel()
    await expect(fetch(url)).rejects.toThrow('fetch failed')
  })

  test('refuses a port that is none', async () => {
    const child = run({ PORT: 'http' })
    let said = ''
    child.stderr?.on('data', (chunk) => (said += chunk))

    expect((await once(child, 'close'))[0]).toBe(1)
    expect(said).toBe('PORT must be a number from 0 to 65535.\n')
  })

  test('never prints the key, and says that speech is billed', async () => {
    const key = 'ap_start_test_0123456789abcdef'
    const { lines, errors } = await start({ PORT: '0', AUDIOPOD_API_KEY: key })

    expect(lines()[0]).toContain('billed')
    expect([...lines(), ...errors()].join('\n')).not.toContain(key)
  })
})

function run(env: Record<string, string>): ChildProcess {
  const { AUDIOPOD_API_KEY: _, ...own } = process.env
  const child = spawn(process.execPath, ['demo/start.mjs'], { cwd: root, env: { ...own, ...env } })
  children.push(child)
  return child
}

/** Resolves once the address is printed. */
async function start(env: Record<string, string>) {
  const child = run(env)
  let out = ''
  let err = ''
  child.stderr?.on('data', (chunk) => (err += chunk))
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`It ended with ${code}:\n${err}`)))
    child.stdout?.on('data', (chunk) => {
      out += chunk
      const address = /^http:.*(?=\n)/m.exec(out)?.[0]
      if (address !== undefined) resolve(address)
    })
  })
  return { child, url, lines: () => linesOf(out), errors: () => linesOf(err) }
}

const linesOf = (text: string) => text.split('\n').slice(0, -1)

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

function hasIPv6(): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(0, '::1', () => probe.close(() => resolve(true)))
  })
}
