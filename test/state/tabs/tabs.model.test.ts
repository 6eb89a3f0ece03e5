import fc from 'fast-check'
import { loadTabs } from '../../../src/state/lazyTabs.js'
import { beforeAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
// Loaded by the page when it is needed; here there before time is faked.
import '../../../src/state/tabs/sharedJobs.js'
import { createSimulator } from '../../../src/testing.js'
import { createFakeBrowser, type FakeTab } from './fakeBrowser.js'
import { openPage, type Page, pass, START } from './support.js'

beforeAll(loadTabs)

beforeEach(() => vi.useFakeTimers({ now: START }))
afterEach(() => vi.useRealTimers())

const JOB_SECONDS = 25
/** A silent leader is replaced after four seconds; the rest is messages on their way. */
const TAKE_OVER = 5000
/** Beside messages on their way, and looking only now and then. */
const SLACK = 1000
/** More than one tab alone asks for such a job; each disturbance of the tabs may add two, where a leader begins anew. */
const MOST_POLLS = 12

interface Opened {
  tab: FakeTab
  page: Page
  user: string
}

type Step =
  | { do: 'open' | 'start'; user: number }
  | { do: 'kill' | 'freeze' | 'thaw' | 'hide' | 'show'; which: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('open' as const, 'start' as const), user: fc.nat(1) }),
  fc.record({ do: fc.constantFrom('kill' as const, 'freeze' as const, 'thaw' as const, 'hide' as const, 'show' as const), which: fc.nat(9) }),
)

test('whatever becomes of the tabs: one leads, one polls, every job ends wherever it is shown, and users are strangers', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(step, fc.integer({ min: 0, max: 7000 })), { minLength: 3, maxLength: 25 }),
      fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 20 }),
      async (steps, delays) => {
        vi.setSystemTime(START)
        let said = 0
        const browser = createFakeBrowser(() => delays[said++ % delays.length] ?? 0)
        const simulator = createSimulator({ jobSeconds: JOB_SECONDS, credits: 1_000_000, plan: 10_000 })
        const opened: Opened[] = []
        const owners = new Map<string, string>()
        /** Since when more than one tab of a user has thought that it leads, and could act. */
        const rivalsSince = new Map<string, number>()

        /** Since when nobody leads although somebody looks at a job, and nothing disturbed the tabs. */
        const waitingSince = new Map<string, number>()

        const open = (user: string) => {
          const tab = browser.open()
          opened.push({ tab, user, page: openPage(tab, simulator, { userId: user, uses: ['credits.get'] }) })
        }
        const alive = () => opened.filter(({ tab }) => tab.isOpen())
        const awake = () => alive().filter(({ tab }) => !tab.isFrozen())
        const check = () => {
          for (const user of ['ada', 'ben']) {
            const mine = awake().filter((one) => one.user === user)
            const rivals = mine.filter(({ page }) => page.session.tabs.isLeading())
            if (rivals.length < 2) rivalsSince.delete(user)
            else if (!rivalsSince.has(user)) rivalsSince.set(user, Date.now())
            expect(Date.now() - (rivalsSince.get(user) ?? Date.now())).toBeLessThanOrEqual(TAKE_OVER)
            const isLookedAt = mine.some(({ tab, page }) => !tab.ports.isHidden() && page.jobs.live().length > 0)
            if (!isLookedAt || rivals.length > 0) waitingSince.delete(user)
            else if (!waitingSince.has(user)) waitingSince.set(user, Date.now())
            expect(Date.now() - (waitingSince.get(user) ?? Date.now())).toBeLessThanOrEqual(TAKE_OVER + SLACK)
          }
        }
        const live = async (ms: number) => {
          for (let passed = 0; passed < ms; passed += 250) {
            await pass(Math.min(250, ms - passed))
            check()
          }
        }

        open('ada')
        open('ben')
        for (const [what, wait] of steps) {
          if (what.do === 'open') {
            if (alive().length < 8) open(what.user === 0 ? 'ada' : 'ben')
          } else if (what.do === 'start') {
            const one = awake().find(({ user }) => user === (what.user === 0 ? 'ada' : 'ben'))
            if (one) {
              const before = simulator.state.jobs.length
              void one.page.start()
              // Until it is accepted and told: what dies before that is a lost answer, not a lost job.
              await live(700)
              for (const job of simulator.state.jobs.slice(before)) owners.set(String(job.id), one.user)
            }
          } else if ('which' in what) {
            const one = alive()[what.which % Math.max(1, alive().length)]
            if (one && what.do === 'hide') one.tab.setHidden(true)
            if (one && what.do === 'show') one.tab.setHidden(false)
            if (one && what.do === 'freeze') one.tab.freeze()
            if (one && what.do === 'thaw') one.tab.thaw()
            if (one && what.do === 'kill') one.tab.kill()
          }
          waitingSince.clear()
          await live(wait)
        }
        // Somebody comes to look at each tab that is left.
        for (const { tab } of alive()) {
          tab.thaw()
          tab.setHidden(false)
        }
        await live(JOB_SECONDS * 1000 + 30_000)

        for (const { page, user } of alive()) {
          const entries = Object.values(page.jobs.store.getState().entries)
          expect(entries.map(({ status }) => status)).toEqual(entries.map(() => 'completed'))
          for (const { job } of entries) expect(owners.get(job?.id ?? '')).toBe(user)
          expect(page.session.tabs.isLeading()).toBe(false)
        }
        for (const { id } of simulator.state.jobs) {
          const polls = simulator.state.requests.filter(({ path }) => path.includes(`/${id}/`))
          const disturbances = steps.filter(([what]) => 'which' in what).length
          expect(polls.length).toBeLessThanOrEqual(MOST_POLLS + 2 * disturbances)
        }
        for (const { page, tab } of alive()) {
          page.leave()
          tab.kill()
        }
        await pass(1000)
        expect(browser.holders('')).toEqual([])
        vi.clearAllTimers()
      },
    ),
    { numRuns: 60 },
  )
}, 120_000)
