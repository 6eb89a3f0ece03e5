/** What stays in memory after 10,000 jobs through one client, and its store of jobs. `node --expose-gc bench/heap.mjs` */
import { passUntil } from './support/virtualClock.mjs'
import { createAudioPodClient } from '../dist/index.js'
import { createSession } from '../dist/state/createSession.js'
import '../dist/state/tabs/sharedJobs.js'
import { openPage } from './support/openPage.mjs'
import { print } from './support/print.mjs'
import { createOrigin } from './support/virtualTabs.mjs'

const AT_ONCE = 100
const JOB_MS = 3000

// The simulator keeps its jobs and requests, and would be what is measured: this account remembers nothing.
let nextId = 1
const headers = { 'X-RateLimit-Limit': '1000000', 'X-RateLimit-Remaining': '999999' }
async function fetch(url, { method }) {
  await new Promise((resolve) => setTimeout(resolve, 100))
  const reset = { 'X-RateLimit-Reset': String(Math.ceil(Date.now() / 60_000) * 60) }
  const answer = (body) => Response.json(body, { headers: { ...headers, ...reset } })
  if (method === 'POST') return answer({ job_id: `${nextId++}-${Date.now()}`, status: 'pending', estimated_duration: 3 })
  const [, id, begun] = /(\d+)-(\d+)\/status$/.exec(url)
  const isReady = Date.now() - Number(begun) >= JOB_MS
  const ready = { status: 'COMPLETED', progress: 100, output_url: 'https://cdn.example/audio.mp3' }
  return answer({ id: `${id}-${begun}`, ...(isReady ? ready : { status: 'processing', progress: 50 }) })
}

const endpoint = 'https://app.example/api/audiopod'
const request = (i) => ({ voiceId: 'aura', text: `Number ${i}` })

/** The client alone: whoever calls it keeps what he wants. */
function runClient() {
  const client = createAudioPodClient({ endpoint, fetch })
  return { start: (i) => client.speech.generate(request(i)), entries: () => 0 }
}

/** As hooks have it: a session with its store, kept in `sessionStorage`, and as many tabs of one user as that. */
function runSession(tabs, userId) {
  const { locks, Channel } = createOrigin()
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true })
  globalThis.BroadcastChannel = Channel
  const sessions = Array.from({ length: tabs }, () => {
    const client = createAudioPodClient({ endpoint, fetch })
    const session = createSession({ connection: connectionOf(client), userId, persistJobs: 'session' })
    const jobs = session.jobs(makeSpeechJobs)
    session.connect()
    return jobs
  })
  return {
    start: (i) => sessions[i % tabs].start(request(i), `view ${i % AT_ONCE}`).done,
    entries: () => Math.max(...sessions.map((jobs) => jobs.store.getState().keys.length)),
  }
}

async function runUntil({ start }, state, jobs) {
  while (state.ready < jobs) {
    const goal = state.ready + AT_ONCE
    for (let i = state.ready; i < goal; i++) void start(i).then(() => state.ready++)
    await passUntil(() => state.ready === goal, 3_600_000)
  }
}

function heapInUse() {
  for (let i = 0; i < 4; i++) globalThis.gc()
  return process.memoryUsage().heapUsed
}

/** Name, and what runs the jobs. Later ones need a page. */
const ways = [
  ['client alone', runClient],
  ['session, kept in sessionStorage', () => runSession(1, undefined)],
  ['session, kept, two tabs that share', () => runSession(2, 'user-1')],
]
const rows = []
for (const [what, begin] of ways) {
  if (what !== 'client alone') openPage()
  const run = begin()
  const state = { ready: 0 }
  let first
  // The first thousand pay for code that is compiled and caches that fill.
  for (const jobs of [1000, 4000, 7000, 10_000]) {
    await runUntil(run, state, jobs)
    const used = heapInUse()
    first ??= { used, jobs }
    rows.push({
      what,
      'jobs so far': jobs,
      'heap, MB': (used / 2 ** 20).toFixed(2),
      'more than after 1,000, KB': ((used - first.used) / 1024).toFixed(0),
      'bytes a job': jobs === first.jobs ? '' : ((used - first.used) / (jobs - first.jobs)).toFixed(1),
      'jobs in the store': run.entries(),
    })
  }
}
print('Heap after jobs that are all over', rows)
