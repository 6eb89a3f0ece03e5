import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arrange, bodyOf, speak } from './support.js'

type Step =
  | { type: 'speak'; length: number; failing: boolean }
  | { type: 'pass'; ms: number }
  | { type: 'fail' | 'cancel' | 'complete'; nth: number }
  | { type: 'topUp'; usd: number }
  | { type: 'lose'; length: number }

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant('speak' as const), length: fc.integer({ min: 1, max: 400 }), failing: fc.boolean() }),
    fc.record({ type: fc.constant('lose' as const), length: fc.integer({ min: 1, max: 400 }) }),
    fc.record({ type: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 8000 }) }),
    fc.record({
      type: fc.constantFrom('fail' as const, 'cancel' as const, 'complete' as const),
      nth: fc.integer({ min: 0, max: 9 }),
    }),
    fc.record({ type: fc.constant('topUp' as const), usd: fc.integer({ min: 1, max: 3 }) }),
  ),
  { maxLength: 40 },
)

it('no credit comes from nowhere or is lost, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.nat(300), fc.nat(300), async (list, subscription, payAsYouGo) => {
      const { ask, pass, state, fail } = arrange({
        credits: { subscription, payAsYouGo, totalUsed: 0, purchased: 0 },
        usage: [],
        plan: 'pro',
        jobSeconds: 5,
        jobFailure: ({ inputText }) => (inputText.startsWith('x') ? 'voice_unavailable' : undefined),
      })
      const running = () => state.jobs.filter(({ status }) => status === 'pending' || status === 'processing')
      for (const step of list) {
        if (step.type === 'pass') pass(step.ms)
        else if (step.type === 'topUp') {
          const json = { amount_usd: step.usd }
          const { url } = await bodyOf(ask('POST /credits/payg/create-checkout-session', { json }))
          await ask(`GET ${String(url)}`)
        } else if (step.type === 'speak' || step.type === 'lose') {
          if (step.type === 'lose') fail('speech.create', { network: true, after: true })
          const letter = step.type === 'speak' && step.failing ? 'x' : 'a'
          await ask('POST /voice/voices/aura/generate', speak(letter.repeat(step.length)))
        } else {
          const job = running()[step.nth]
          if (job && step.type === 'fail') state.failJob(job.id)
          if (job && step.type === 'cancel') state.cancelJob(job.id)
          if (job && step.type === 'complete') state.completeJob(job.id)
        }
        const { credits, usage } = state
        const held = running().reduce((sum, { creditsReserved }) => sum + creditsReserved, 0)
        const charged = usage.reduce((sum, row) => sum + row.credits, 0)
        expect(credits.subscription + credits.payAsYouGo + credits.reserved + credits.totalUsed).toBe(
          subscription + payAsYouGo + credits.purchased,
        )
        expect(Math.min(credits.subscription, credits.payAsYouGo)).toBeGreaterThanOrEqual(0)
        expect([credits.reserved, credits.totalUsed]).toEqual([held, charged])
      }
    }),
    { numRuns: 80 },
  )
})
