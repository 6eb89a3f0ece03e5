// @ts-check
/**
 * What the state that instances share costs, and how that grows with the users: memory for each user and each kept
 * answer, and time for each request, in the memory store and in Redis. Needs `redis-server`, starts its own, and is
 * run as `npm run build && node --expose-gc bench/redis.mjs`.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { Redis } from 'ioredis'
import { createClient } from 'redis'
import { createAudioPodProxy, createMemoryStore, createRedisStore } from '../dist/server.js'
import { print } from './support/print.mjs'

const PORT = 26_379
const USERS = [1_000, 10_000, 100_000]
const SAMPLES = 3_000
const DAY = 24 * 3_600_000

const server = spawn('redis-server', ['--port', `${PORT}`, '--bind', '127.0.0.1', '--save', '', '--logfile', '', '--dir', tmpdir()])
server.on('error', () => {
  console.error('redis-server is not installed (apt-get install redis-server).')
  process.exit(1)
})
for (let log = ''; !log.includes('Ready to accept'); ) log += (await once(server.stdout, 'data'))[0]

const nodeRedis = await createClient({ url: `redis://127.0.0.1:${PORT}` }).connect()
const ioredis = new Redis(PORT, '127.0.0.1')

/** A job as AudioPod answers it when speech is asked for. */
const accepted = {
  job_id: 40417,
  status: 'pending',
  message: 'Voice generation job created',
  voice_id: 'aura',
  estimated_seconds: 12,
  credits_reserved: 330,
  created_at: '2026-11-23T09:00:00Z',
}

/** @typedef {import('../dist/server.js').ProxyStore} ProxyStore */

const memory = createMemoryStore({ maxEntries: 1_000_000 })
const viaRedis = createRedisStore(nodeRedis)
/** @type {[where: string, store: ProxyStore, bytes: () => Promise<number>][]} */
const places = [
  ['memory', memory, heapBytes],
  ['Redis', viaRedis, async () => Number(/used_memory:(\d+)/.exec(await nodeRedis.info('memory'))?.[1])],
]
/** @type {[way: string, proxy: import('../dist/server.js').AudioPodProxy][]} */
const ways = [
  ['memory', proxyWith(memory)],
  ['redis', proxyWith(viaRedis)],
  ['ioredis', proxyWith(createRedisStore(ioredis))],
]

/** @type {import('./support/print.mjs').Row[]} */
const sizes = []
/** @type {import('./support/print.mjs').Row[]} */
const times = []
// Room that maps and scripts take once.
for (const [, store] of places) await fill(0, 1000, (i) => store.hit(`warm:${i}`, 1))
let users = 0
for (const until of USERS) {
  const added = until - users
  /** @type {import('./support/print.mjs').Row} */
  const size = { users: until.toLocaleString('en') }
  for (const [where, store, bytes] of places) {
    const start = await bytes()
    await fill(users, until, (i) => store.hit(`user:${userId(i)}`, DAY))
    const withUsers = await bytes()
    await fill(users, until, (i) => store.set(`change:${hash(i)}`, record(i), DAY))
    size[`${where}: a user`] = Math.round((withUsers - start) / added)
    size[`${where}: an answer`] = Math.round(((await bytes()) - withUsers) / added)
  }
  users = until
  sizes.push(size)
  const reads = await medians(([, proxy]) => proxy(read(random(users))))
  const changes = await medians(([, proxy]) => proxy(paid(random(users))))
  const named = (/** @type {string} */ what, /** @type {number[]} */ values) =>
    Object.fromEntries(ways.map(([way], i) => [`${what}: ${way}`, values[i] ?? 0]))
  times.push({ users: size['users'] ?? '', ...named('read', reads), ...named('paid', changes) })
}
print('Bytes', sizes)
print('Microseconds', times)
nodeRedis.destroy()
ioredis.disconnect()
server.kill()

/** @param {number} from @param {number} to @param {(i: number) => Promise<unknown>} act */
async function fill(from, to, act) {
  for (let i = from; i < to; i += 500) {
    await Promise.all(Array.from({ length: Math.min(500, to - i) }, (_, j) => act(i + j)))
  }
}

/** Of one request after the other, each way in turn, so that what else the machine does meets all. */
async function medians(/** @type {(way: typeof ways[number]) => Promise<Response>} */ act) {
  /** @type {number[][]} */
  const all = ways.map(() => [])
  for (let i = -500; i < SAMPLES; i++) {
    for (const [index, way] of ways.entries()) {
      const start = performance.now()
      const response = await act(way)
      if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
      if (i >= 0) all[index]?.push((performance.now() - start) * 1000)
    }
  }
  return all.map((one) => Math.round(one.toSorted((a, b) => a - b)[SAMPLES / 2] ?? 0))
}

async function heapBytes() {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

/** @param {ProxyStore} store */
function proxyWith(store) {
  return createAudioPodProxy({
    apiKey: 'ap_FAKEfakeFAKEfakeFAKE0001',
    store,
    fetch: async () => Response.json(accepted),
    limits: { perUser: { requests: 1_000_000, perSeconds: 3600 } },
    authorize: (request) => ({ userId: request.headers.get('x-user') ?? '', allow: ['credits:read', 'speech:generate'] }),
  })
}

/** @param {number} user */
function read(user) {
  return new Request('https://app.example/api/audiopod/credits', { headers: { 'x-user': userId(user) } })
}

/** @param {number} user */
function paid(user) {
  return new Request('https://app.example/api/audiopod/voice/voices/aura/generate', {
    method: 'POST',
    headers: { 'x-user': userId(user), 'idempotency-key': crypto.randomUUID(), 'content-type': 'application/x-www-form-urlencoded' },
    body: 'input_text=Hello',
  })
}

/** @param {number} i */
function record(i) {
  const body = JSON.stringify({ ...accepted, job_id: `${40_000 + i}.${hash(i)}` })
  return JSON.stringify({ state: 'answered', content: hash(i + 0.5), status: 200, body })
}

/** As long as a UUID. @param {number} i */
function userId(i) {
  return `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`
}

/** As long as a SHA-256. @param {number} i */
function hash(i) {
  return String(i * 7_919).padStart(64, '0')
}

/** @param {number} below */
function random(below) {
  return Math.floor(Math.random() * below)
}
