import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAudioPodClient } from '../../src/client/index.js'
import { createJobsPlace } from '../../src/state/jobsPlace.js'
import { createJobStorage } from '../../src/state/jobStorage.js'
import { createSpeechJobs, type SpeechJobs } from '../../src/state/speechJobs.js'
import { createSimulator } from '../../src/testing.js'
import { createFakeBrowser, type FakeTab } from './tabs/fakeBrowser.js'
import { ENDPOINT, pass, request, START } from './tabs/support.js'

beforeEach(() => vi.useFakeTimers({ now: START }))
afterEach(() => vi.useRealTimers())

const JOB_SECONDS = 20
const HOUR = 3_600_000
const STORED = `audiopod-react:jobs:${ENDPOINT}`

/** What a storage may do wrong, at each of its calls. */
const faults = ['get', 'set', 'remove', 'full', 'forbidden'] as const
type Fault = (typeof faults)[number]

/** A browser's storage that is at fault while it is told to be. */
function createStorage() {
  const items = new Map<string, string>()
  const failing = new Set<Fault>()
  const refuse = (...which: Fault[]) => {
    if (which.some((fault) => failing.has(fault))) throw new DOMException('No.', failing.has('full') ? 'QuotaExceededError' : 'SecurityError')
  }
  const localStorage = {
    getItem: (name: string) => (refuse('get'), items.get(name) ?? null),
    setItem: (name: string, value: string) => (refuse('set', 'full'), void items.set(name, value)),
    removeItem: (name: string) => (refuse('remove'), void items.delete(name)),
  }
  const page = {
    get localStorage() {
      refuse('forbidden')
      return localStorage
    },
  }
  return { items, failing, page }
}

interface Page {
  tab: FakeTab
  jobs: SpeechJobs
  /** Accepted jobs that this page has heard of, by its own wish or from storage. */
  heard: Set<string>
}

type Step =
  | { do: 'open' }
  | { do: 'start' | 'stop' | 'retry' | 'kill' | 'refresh'; which: number }
  | { do: 'lose'; how: { network: true; after: boolean } | { status: 500 | 504 } | { status: 429; headers: { 'Retry-After': string } } }
  | { do: 'break'; fault: Fault }
  | { do: 'heal' }
  | { do: 'write'; text: string }
  | { do: 'jump'; ms: number }

const whole = (...names: Extract<Step, { which: number }>['do'][]) => fc.record({ do: fc.constantFrom(...names), which: fc.nat(5) })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: whole('start') },
  { weight: 3, arbitrary: whole('stop', 'retry', 'kill', 'refresh') },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const) }) },
  fc.record({
    do: fc.constant('lose' as const),
    how: fc.oneof(
      fc.record({ network: fc.constant(true as const), after: fc.boolean() }),
      fc.constantFrom({ status: 500 as const }, { status: 504 as const }, { status: 429 as const, headers: { 'Retry-After': '20' } }),
    ),
  }),
  fc.record({ do: fc.constant('break' as const), fault: fc.constantFrom(...faults) }),
  fc.record({ do: fc.constant('heal' as const) }),
  fc.record({
    do: fc.constant('write' as const),
    text: fc.constantFrom('{', 'null', '[]', '{"v":2}', '{"v":1,"user":"ben","jobs":[]}', '{"v":1,"user":"ada","jobs":[{"id":4}]}'),
  }),
  fc.record({ do: fc.constant('jump' as const), ms: fc.integer({ min: -HOUR, max: 6 * HOUR }) }),
)

test('whatever becomes of pages, storage, answers and the clock: nothing is made twice, nothing accepted is forgotten', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(step, fc.integer({ min: 0, max: 8000 })), { minLength: 12, maxLength: 40 }),
      fc.constantFrom('local' as const, { storage: 'local' as const, text: true }),
      async (steps, persist) => {
        vi.setSystemTime(START)
        const { items, failing, page } = createStorage()
        vi.stubGlobal('window', page)
        const browser = createFakeBrowser()
        const simulator = createSimulator({ jobSeconds: JOB_SECONDS, credits: 1_000_000, plan: 10_000 })
        const pages: Page[] = []
        /** How often a person asked for the same wish, by key. */
        const wanted = new Map<string, number>()
        /** Whether what was kept is still what the pages kept: no fault since. */
        let isWhole = true
        let latest = START

        const open = () => {
          const tab = browser.open()
          const client = createAudioPodClient({ endpoint: ENDPOINT, fetch: tab.fetchAs(simulator.fetch) })
          const storage = createJobStorage(createJobsPlace(persist, ENDPOINT, 'ada'))
          // A page that is gone writes nothing.
          const jobs = createSpeechJobs({ speech: client.speech, storage: { read: storage.read, write: (kept) => tab.run(() => storage.write(kept)) } })
          jobs.connect()
          pages.push({ tab, jobs, heard: new Set() })
        }
        const alive = () => pages.filter(({ tab }) => tab.isOpen())
        const entriesOf = ({ jobs }: Page) => Object.values(jobs.store.getState().entries)
        const idsOf = (one: Page) => new Set(entriesOf(one).flatMap(({ job }) => job?.id ?? []))

        const check = () => {
          for (const one of alive()) {
            const ids = idsOf(one)
            for (const id of one.heard) expect(ids).toContain(id)
            for (const id of ids) one.heard.add(id)
          }
          const sent = simulator.state.requests.filter(({ operation }) => operation === 'speech.create')
          for (const [key, times] of wanted) {
            const mine = sent.filter(({ idempotencyKey, status }) => idempotencyKey === key && status !== 429)
            expect(mine.length).toBeLessThanOrEqual(times)
          }
          expect(sent.every(({ idempotencyKey }) => wanted.has(idempotencyKey ?? ''))).toBe(true)
        }

        open()
        for (const [what, wait] of steps) {
          const one = 'which' in what ? alive()[what.which % Math.max(1, alive().length)] : undefined
          const entry = one && 'which' in what ? entriesOf(one).at(what.which % Math.max(1, entriesOf(one).length)) : undefined
          if (what.do === 'open' && alive().length < 4) {
            const before = new Set(pages.flatMap(({ heard }) => [...heard]))
            open()
            // What any page was told of is there for the next one.
            if (isWhole && failing.size === 0) for (const id of before) expect(idsOf(pages.at(-1)!)).toContain(id)
          }
          if (what.do === 'start' && one) wanted.set(one.jobs.start(request, 'view').key, 1)
          if (what.do === 'stop' && one && entry) one.jobs.stop(entry.key)
          if (what.do === 'kill') one?.tab.kill()
          if (what.do === 'refresh' && one && entry) void one.jobs.refresh(entry.key).catch(() => {})
          if (what.do === 'retry' && entry?.error?.code === 'unknown_outcome' && entry.status === 'unknown') {
            wanted.set(entry.key, (wanted.get(entry.key) ?? 0) + 1)
            // A page that does not know the text any more says so.
            void entry.error.retry().catch(() => {})
          }
          if (what.do === 'lose') simulator.fail('speech.create', { ...what.how, times: 1 })
          if (what.do === 'break') failing.add(what.fault)
          if (what.do === 'heal') failing.clear()
          if (what.do === 'write') items.set(STORED, what.text)
          if (what.do === 'break' || what.do === 'write') isWhole = false
          if (what.do === 'jump') vi.setSystemTime(Date.now() + what.ms)
          await pass(wait)
          latest = Math.max(latest, Date.now())
          check()
        }

        failing.clear()
        open()
        vi.setSystemTime(latest)
        await pass(HOUR)
        for (const one of alive()) {
          // Where following ended before the job did, the person asks again.
          for (const { key, error } of entriesOf(one)) if (error?.code === 'timeout') void one.jobs.refresh(key)
        }
        await pass(HOUR)
        check()
        for (const one of alive()) {
          for (const { job, isStopped, status } of entriesOf(one)) {
            if (job && !isStopped) expect(status).toBe('completed')
            else expect(['unknown', 'cancelled', 'failed']).toContain(status)
          }
        }
        for (const { tab } of alive()) tab.kill()
        vi.clearAllTimers()
      },
    ),
    { numRuns: 100 },
  )
}, 120_000)
