// @ts-check
import { Agent, request } from 'node:http'
import { print } from '../support/print.mjs'
import { start } from './start.mjs'

/**
 * What each proxy adds to one request at a time on one connection: its median beside that without a proxy. In turns,
 * request by request, so that both see the same machine.
 *
 *     node bench/proxy/latency.mjs
 */
const REQUESTS = 3_000
const upstream = await start('upstream')
const servers = await Promise.all(['kit', 'web', 'pool', 'fastify', 'hono'].map((name) => start(name, upstream.url)))
const ways = [
  { name: 'direct', url: `${upstream.url}/api/v1/credits` },
  ...servers.map(({ name, url }) => ({ name, url: `${url}/api/audiopod/credits` })),
].map((way) => ({ ...way, agent: new Agent({ keepAlive: true, maxSockets: 1 }), ms: /** @type {number[]} */ ([]) }))

/** @param {string} url @param {Agent} agent @returns {Promise<void>} */
const get = (url, agent) =>
  new Promise((resolve, reject) => {
    const headers = { cookie: 'session=alice', accept: 'application/json' }
    request(url, { agent, headers }, (res) => res.resume().on('end', resolve)).on('error', reject).end()
  })

for (let n = 0; n < REQUESTS; n++) {
  for (const { url, agent, ms } of ways) {
    const begun = performance.now()
    await get(url, agent)
    if (n >= REQUESTS / 3) ms.push(performance.now() - begun)
  }
}
/** @param {number[]} ms @param {number} part */
const at = (ms, part) => [...ms].sort((a, b) => a - b)[Math.floor(ms.length * part)] ?? 0
const direct = at(ways[0]?.ms ?? [], 0.5)
print(
  'GET /credits, one connection',
  ways.map(({ name, ms }) => ({
    proxy: name,
    'median, ms': at(ms, 0.5).toFixed(2),
    'added, ms': (at(ms, 0.5) - direct).toFixed(2),
    'p99, ms': at(ms, 0.99).toFixed(2),
  })),
)
for (const { agent } of ways) agent.destroy()
await Promise.all([upstream, ...servers].map((server) => server.stop()))
