/** How often React commits while a job goes on. `node bench/commits.mjs` */
import { passUntil } from './support/virtualClock.mjs'
import { openPage } from './support/openPage.mjs'
import { createAccount, ENDPOINT } from './support/createAccount.mjs'
import { print } from './support/print.mjs'
import { seeded } from './support/random.mjs'

/** Commits within this many ms of one are its own. */
const AT_A_TICK = 50

openPage()
// The Profiler is left out of React's other build.
process.env.NODE_ENV = 'development'
Math.random = seeded(1)
const { createElement, Profiler } = await import('react')
const { createRoot } = await import('react-dom/client')
const kit = await import('../dist/index.js')

const { fetch } = createAccount(1)
/** When each view was committed. */
const commits = new Map()
const probe = (id, view) => {
  commits.set(id, [])
  return createElement(Profiler, { key: id, id, onRender: () => commits.get(id).push(Date.now()) }, createElement(view))
}

const speakers = []
/** When progress came on screen. */
const ticks = []
function Speech() {
  const speech = kit.useGenerateSpeech()
  if (speech.progress !== speakers[0]?.progress) ticks.push(Date.now())
  speakers[0] = speech
  return `${speech.status} ${speech.progress}`
}
function OtherSpeech() {
  speakers[1] = kit.useGenerateSpeech()
  return speakers[1].status
}
const Jobs = () => `${kit.useSpeechJobs().data.length}`

const RateLimit = () => `${kit.useRateLimit().data?.remaining}`

/** Name, view, and what of the run it shows. */
const views = [
  ['useGenerateSpeech', Speech, 'the job'],
  ['useSpeechJobs', Jobs, 'the job'],
  ['useRateLimit', RateLimit, 'the limit'],
  ['useGenerateSpeech, idle', OtherSpeech, 'neither'],
  ['CreditBalance', kit.CreditBalance, 'neither'],
  ['ApiKeys', kit.ApiKeys, 'neither'],
  ['SpeechGenerator, idle', kit.SpeechGenerator, 'neither'],
]
const root = createRoot(document.body.appendChild(document.createElement('div')))
const probes = views.map(([id, view]) => probe(id, view))
root.render(createElement(kit.AudioPodProvider, { endpoint: ENDPOINT, fetch, persistJobs: false }, ...probes))
const pass = (ms) => passUntil(() => false, ms)
await pass(5000)
void speakers[0].generate({ voiceId: 'aura', text: 'Hello' })
await passUntil(() => speakers[0].status === 'processing', 60_000)

for (const times of commits.values()) times.length = 0
ticks.length = 0
await passUntil(() => speakers[0].progress > 80, 60_000)
// What that last one sets off.
await pass(AT_A_TICK)
if (speakers[0].status !== 'processing' || ticks.length < 3) throw new Error('Too few ticks were seen.')
const isAtATick = (time) => ticks.some((tick) => time >= tick && time < tick + AT_A_TICK)
const rows = views.map(([view, , shows]) => {
  const times = commits.get(view)
  const atTicks = times.filter(isAtATick).length
  return {
    view,
    shows,
    ticks: ticks.length,
    'commits a tick': (atTicks / ticks.length).toFixed(2),
    'between ticks': times.length - atTicks,
  }
})
root.unmount()
print('Commits while a job makes progress', rows)
