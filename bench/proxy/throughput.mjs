// @ts-check
// @ts-expect-error it has no types
import autocannon from 'autocannon'
import { print } from '../support/print.mjs'
import { start } from './start.mjs'

/**
 * Requests a second through each proxy, beside what the upstream serves without one. All in one run, in turns, so that
 * a machine that is busy with something else slows each of them; the figure of each is its median round.
 *
 *     node bench/proxy/throughput.mjs [--only kit,pool] [--rounds 5] [--seconds 3]
 */
const flag = (/** @type {string} */ name, /** @type {string} */ value) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? value : (process.argv[at + 1] ?? value)
}
const only = flag('only', 'kit,web,pool,fastify,fal,hono').split(',')
const rounds = Number(flag('rounds', '5'))
const seconds = Number(flag('seconds', '3'))

const upstream = await start('upstream')
const servers = await Promise.all(only.map((name) => start(name, upstream.url)))
const path = '/api/audiopod/credits'
const direct = `${upstream.url}/api/v1/credits`
const common = { cookie: 'session=alice', accept: 'application/json' }

/** @param {string} name @param {string} url @param {{ duration: number } | { amount: number }} length */
async function load(name, url, length) {
  const headers = { ...common, ...(name === 'fal' && { 'x-fal-target-url': direct }) }
  const result = await autocannon({ url, connections: 100, headers, ...length })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${name}: ${result.non2xx} refusals, ${result.errors} errors`)
  return { rate: result.requests.average, p99: result.latency.p99, requests: result.requests.total }
}

/** A round, and what it cost its process: that figure a busy machine leaves alone. */
async function measured(/** @type {{ name: string, url: string, server: import('./start.mjs').Started }} */ { name, url, server }) {
  const before = await server.measure()
  const { requests, ...seen } = await load(name, url, { duration: seconds })
  const after = await server.measure()
  return { ...seen, cpu: (after.userUs + after.systemUs - before.userUs - before.systemUs) / requests }
}

const median = (/** @type {number[]} */ values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const all = [{ name: 'direct', url: direct, server: upstream }, ...servers.map((server) => ({ name: server.name, url: server.url + path, server }))]
/** @type {Map<string, { rate: number, p99: number, cpu: number }[]>} */
const seen = new Map(all.map(({ name }) => [name, []]))
// Until all of each is compiled.
for (const { name, url } of all) await load(name, url, { amount: 10_000 })
for (let round = 0; round < rounds; round++) {
  for (const one of all) seen.get(one.name)?.push(await measured(one))
}
const directRate = median((seen.get('direct') ?? []).map(({ rate }) => rate))
print(
  'GET /credits, 100 connections',
  all.map(({ name }) => {
    const figures = seen.get(name) ?? []
    const rate = median(figures.map((one) => one.rate))
    return {
      proxy: name,
      'requests a second': Math.round(rate),
      'of direct': (rate / directRate).toFixed(3),
      'CPU, µs a request': Math.round(median(figures.map(({ cpu }) => cpu))),
      'p99, ms': median(figures.map(({ p99 }) => p99)),
    }
  }),
)
await Promise.all([upstream, ...servers].map((server) => server.stop()))
