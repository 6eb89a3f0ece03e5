import fc from 'fast-check'
import { expect, it } from 'vitest'
import { urgencies } from '../../src/schedule/pacing.js'
import { forms, tellsAll } from './limitedServer.js'
import { MOST_WHILE_COLD, World } from './limitModel.js'

const server = {
  limit: fc.integer({ min: 1, max: 40 }),
  windowMs: fc.integer({ min: 3000, max: 60_000 }),
  delays: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 }),
}
const ask = (tab: fc.Arbitrary<0 | 1>) =>
  fc.record({ type: fc.constant('ask' as const), tab, urgency: fc.constantFrom(...urgencies), many: fc.integer({ min: 1, max: 12 }) })
const pass = fc.record({ type: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 70_000 }) })
const soon = { arbitrary: fc.record({ type: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 500 }) }) }
const offline = fc.record({ type: fc.constant('offline' as const), ms: fc.integer({ min: 0, max: 90_000 }) })
const abort = fc.record({ type: fc.constant('abort' as const), which: fc.nat(50) })
const anything = fc.oneof(
  { weight: 4, arbitrary: ask(fc.constantFrom(0, 1)) },
  { weight: 3, arbitrary: pass },
  fc.record({ type: fc.constant('others' as const), many: fc.integer({ min: 1, max: 12 }) }),
  { weight: 2, arbitrary: abort },
  offline,
  fc.record({ type: fc.constant('jump' as const), ms: fc.integer({ min: -60_000, max: 7_200_000 }) }),
)

it('whatever a server tells and others do: never more than are known to be left, in order, and nobody waits for ever', async () => {
  const scenario = fc.record({ ...server, form: fc.constantFrom(...forms), steps: fc.array(anything, { maxLength: 12 }) })
  await fc.assert(
    fc.asyncProperty(scenario, async (one) => {
      const world = new World(one)
      for (const step of one.steps) await world.take(step)
      await world.finish()
      expect(world.clock.pending()).toBe(0)
    }),
    { numRuns: 800 },
  )
}, 20_000)

it('alone, and told what is left with each answer: never refused, and as quick as the limit lets it', async () => {
  const scenario = fc.record({
    ...server,
    form: fc.constantFrom(...forms.filter((form) => tellsAll(form) || form === 'no limit')),
    steps: fc.array(fc.oneof({ weight: 2, arbitrary: ask(fc.constant(0)) }, pass, offline), { maxLength: 10 }),
  })
  await fc.assert(
    fc.asyncProperty(scenario, async (one) => {
      const world = new World(one)
      for (const step of one.steps) await world.take(step)
      const waiting = world.open().length
      const ms = await world.finish()
      // Who is not told how many there are has each window's first answer to wait for.
      const cold = tellsAll(one.form) || one.limit >= MOST_WHILE_COLD ? MOST_WHILE_COLD - one.limit : Infinity
      expect(world.refused).toBeLessThanOrEqual(Math.max(0, cold))
      // Ends are told in whole seconds, and a window begins with the first request to arrive in it.
      expect(ms).toBeLessThanOrEqual((Math.ceil(waiting / one.limit) + 1) * (one.windowMs + 3000) + 2000)
    }),
    { numRuns: 800 },
  )
}, 20_000)

it('alone, what was given up on its way counts as spent: at most one a window is refused for it, and nobody waits for ever', async () => {
  const scenario = fc.record({
    ...server,
    limit: fc.integer({ min: MOST_WHILE_COLD, max: 40 }),
    // Requests arrive in the order in which they left, as they mostly do.
    delays: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 1 }),
    form: fc.constantFrom(...forms.filter(tellsAll)),
    steps: fc.array(
      fc.oneof({ weight: 3, arbitrary: ask(fc.constant(0)) }, { weight: 3, arbitrary: abort }, { ...soon, weight: 3 }, pass),
      { maxLength: 30 },
    ),
  })
  await fc.assert(
    fc.asyncProperty(scenario, async (one) => {
      const world = new World(one)
      for (const step of one.steps) await world.take(step)
      await world.finish()
      expect(world.server.mostRefused).toBeLessThanOrEqual(1)
    }),
    { numRuns: 800 },
  )
}, 20_000)
