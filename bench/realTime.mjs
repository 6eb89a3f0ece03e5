/** 40 jobs at once over HTTP and in real time, half a minute. `node bench/realTime.mjs` */
import { createServer } from 'node:http'
import { createSimulator } from '../dist/testing.js'
import { toNodeListener } from '../dist/server.js'
import { ENDPOINT } from './support/createAccount.mjs'
import { print } from './support/print.mjs'

const JOBS = 40
/** What another minute's use has left, and for how long: a run need not last minutes to meet a limit. */
const WINDOW = { remaining: 30, resetInSeconds: 8 }

async function measure({ name, start }) {
  const simulator = createSimulator({ plan: 'free', credits: 1_000_000, latency: [40, 400], jobSeconds: 3, rateLimit: WINDOW })
  const server = createServer(toNodeListener(simulator.handle))
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${server.address().port}/api/audiopod`
  const counts = { requests: 0, refused: 0, givenUp: 0 }
  const begun = performance.now()
  await new Promise((resolve) => {
    let ready = 0
    start({
      jobs: JOBS,
      onReady: () => ++ready === JOBS && resolve(),
      onGivenUp: () => counts.givenUp++,
      async fetch(url, init) {
        counts.requests++
        const response = await fetch(url.replace(ENDPOINT, base), init)
        if (response.status === 429) counts.refused++
        return response
      },
    })
  })
  const seconds = (performance.now() - begun) / 1000
  server.closeAllConnections()
  server.close()
  return { name, seconds, ...counts }
}

const ways = await Promise.all(['kit', 'plainFetch', 'fal'].map((file) => import(`./ways/${file}.mjs`)))
const results = await Promise.all(ways.map(measure))
const rows = results.map(({ name, seconds, requests, refused, givenUp }) => ({
  way: name,
  seconds: seconds.toFixed(1),
  'beside ours': (seconds / results[0].seconds).toFixed(2),
  answered: requests - refused,
  '429s': refused,
  'gave up': givenUp,
}))
print(`${JOBS} jobs at once in real time over HTTP, ${WINDOW.remaining} requests left for ${WINDOW.resetInSeconds} s, then 100 a minute`, rows)
