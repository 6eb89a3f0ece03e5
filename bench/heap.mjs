/** What stays in memory after 10,000 jobs through one client. `node --expose-gc bench/heap.mjs` */
import { passUntil } from './support/virtualClock.mjs'
import { createAudioPodClient } from '../dist/index.js'
import { print } from './support/print.mjs'

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

const client = createAudioPodClient({ endpoint: 'https://app.example/api/audiopod', fetch })
let ready = 0
async function runUntil(jobs) {
  while (ready < jobs) {
    const goal = ready + AT_ONCE
    for (let i = 0; i < AT_ONCE; i++) {
      void client.speech.generate({ voiceId: 'aura', text: `Number ${ready + i}` }).then(() => ready++)
    }
    await passUntil(() => ready === goal, 3_600_000)
  }
}

function heapInUse() {
  for (let i = 0; i < 4; i++) globalThis.gc()
  return process.memoryUsage().heapUsed
}

const rows = []
let first
// The first thousand pay for code that is compiled and caches that fill.
for (const jobs of [1000, 4000, 7000, 10_000]) {
  await runUntil(jobs)
  const used = heapInUse()
  first ??= { used, jobs }
  rows.push({
    'jobs so far': jobs,
    'heap, MB': (used / 2 ** 20).toFixed(2),
    'more than after 1,000, KB': ((used - first.used) / 1024).toFixed(0),
    'bytes a job': jobs === first.jobs ? '' : ((used - first.used) / (jobs - first.jobs)).toFixed(1),
  })
}
print('Heap of one client, all its jobs over', rows)
