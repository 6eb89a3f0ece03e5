/**
 * How long a person's click (a new job, about every 10 s) waits for its turn while 100 jobs are polled, 10 minutes a
 * run. `node bench/clicks.mjs`
 */
import { setMaxListeners } from 'node:events'
import { nextMinute, passUntil } from './support/virtualClock.mjs'
import { createAccount, ENDPOINT } from './support/createAccount.mjs'
import { hungryNeighbour } from './support/measureCrowd.mjs'
import { print } from './support/print.mjs'
import { seeded } from './support/random.mjs'

const { createAudioPodClient } = await import('../dist/index.js')

const MINUTE = 60_000
const MINUTES = 10
const JOBS = 100
const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1)

async function measure(seed, hasNeighbour) {
  await nextMinute()
  Math.random = seeded(seed)
  const random = seeded(seed + 2000)
  const account = createAccount(seed, 2 * MINUTES * 60)
  const client = createAudioPodClient({ endpoint: ENDPOINT, fetch: account.fetch })
  const accepted = []
  for (let i = 0; i < JOBS; i++) {
    void client.speech.create({ voiceId: 'aura', text: `Number ${i}` }).then((job) => accepted.push(job))
  }
  await passUntil(() => accepted.length === JOBS, 10 * MINUTE)
  await nextMinute()

  const page = new AbortController()
  setMaxListeners(JOBS, page.signal)
  for (const job of accepted) {
    void client.speech.wait(job, { deadline: 60 * MINUTE, signal: page.signal }).catch(() => {})
  }
  const neighbour = hasNeighbour ? hungryNeighbour(account.simulator, seeded(seed + 1000)) : undefined
  const before = { ...account.counts }
  const begun = Date.now()
  const waits = []
  let clicks = 0
  let answered = 0
  const click = () => {
    const clicked = Date.now()
    const onSend = () => {
      // A refused click leaves again; what counts is how long the person waits for the one that is answered.
      waits[index] = Date.now() - clicked
    }
    const index = clicks++
    void client.speech.create({ voiceId: 'aura', text: `Click ${index}` }, { onSend }).then(() => answered++)
    timer = setTimeout(click, 5000 + random() * 10_000)
  }
  let timer = setTimeout(click, 5000 + random() * 10_000)
  await passUntil(() => Date.now() >= begun + MINUTES * MINUTE, 2 * MINUTES * MINUTE)
  clearTimeout(timer)
  neighbour?.end()
  await passUntil(() => answered === clicks, 2 * MINUTE)
  page.abort()
  return { waits, refused: account.counts.refused - before.refused, requests: account.counts.requests - before.requests }
}

const rows = []
for (const hasNeighbour of [false, true]) {
  const runs = []
  for (const seed of SEEDS) runs.push(await measure(seed, hasNeighbour))
  const waits = runs.flatMap((run) => run.waits).sort((a, b) => a - b)
  const seconds = (ms) => (ms / 1000).toFixed(2)
  const share = (longer) => `${((100 * waits.filter((ms) => ms > longer).length) / waits.length).toFixed(1)} %`
  rows.push({
    beside: hasNeighbour ? 'a client that eats half of the limit in bursts' : 'nobody',
    clicks: waits.length,
    'seconds, mean': seconds(waits.reduce((sum, ms) => sum + ms, 0) / waits.length),
    median: seconds(waits[Math.floor(waits.length / 2)]),
    '95 %': seconds(waits[Math.floor(waits.length * 0.95)]),
    longest: seconds(waits.at(-1)),
    'over 1 s': share(1000),
    'over 10 s': share(10_000),
    'requests a minute': (runs.reduce((sum, run) => sum + run.requests, 0) / runs.length / MINUTES).toFixed(0),
    '429s in all': runs.reduce((sum, run) => sum + run.refused, 0),
    'most in a run': Math.max(...runs.map(({ refused }) => refused)),
  })
}
print(`A click every 10 s or so while ${JOBS} jobs are polled, ${SEEDS.length} runs of ${MINUTES} minutes`, rows)
