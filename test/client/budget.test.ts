import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAudioPodClient } from '../../src/client/createAudioPodClient.js'
import { createSimulator, type Simulator } from '../../src/testing.js'
import { ENDPOINT, START } from './support.js'

const MINUTE = 60_000
const LIMIT = 100

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

const arrange = (seed = 1) =>
  createSimulator({ plan: LIMIT, credits: 1_000_000, latency: [40, 400], jobSeconds: 20, seed })

/** Starts many jobs at once, as no page should; gives the minutes until the last of them is ready. */
async function minutesFor(jobs: number, fetch: typeof globalThis.fetch): Promise<number> {
  const client = createAudioPodClient({ endpoint: ENDPOINT, fetch })
  let ready = 0
  for (let i = 0; i < jobs; i++) {
    const request = { voiceId: 'aura', text: `Number ${i}` }
    void client.speech.generate(request, { deadline: 60 * MINUTE }).then(() => ready++)
  }
  while (ready < jobs && Date.now() < START + 30 * MINUTE) await vi.advanceTimersByTimeAsync(250)
  expect(ready).toBe(jobs)
  return (Date.now() - START) / MINUTE
}

const refused = ({ state }: Simulator) => state.requests.filter(({ status }) => status === 429)

describe('300 jobs on a plan of 100 requests a minute', () => {
  it('are never refused, and take no longer than their requests need', async () => {
    const simulator = arrange()
    const minutes = await minutesFor(300, simulator.fetch)
    const least = simulator.state.requests.length / LIMIT
    expect(refused(simulator)).toEqual([])
    expect(minutes / least).toBeLessThanOrEqual(1.05)
    expect(simulator.state.jobs).toHaveLength(300)
  })
})

describe('behind a proxy that tells nothing of the limit', () => {
  it('calls one after another never wait', async () => {
    const simulator = createSimulator({ plan: 1000, rateLimitHeaders: 'none' })
    const client = createAudioPodClient({ endpoint: ENDPOINT, fetch: simulator.fetch })
    for (let i = 0; i < 250; i++) await client.credits.get()
    expect(Date.now()).toBe(START)
  })

  it('a crowd of 300 goes as the Free plan lets it, and learns that there is more', async () => {
    const simulator = createSimulator({ plan: 1000, rateLimitHeaders: 'none' })
    const client = createAudioPodClient({ endpoint: ENDPOINT, fetch: simulator.fetch })
    const calls = Promise.all(Array.from({ length: 300 }, () => client.credits.get()))
    await vi.advanceTimersByTimeAsync(0)
    expect(simulator.state.requests).toHaveLength(100)
    await vi.advanceTimersByTimeAsync(MINUTE)
    await calls
    expect(simulator.state.requests).toHaveLength(300)
  })
})

describe('beside another client that eats from the same budget in fits and starts', () => {
  const runs = [...Array.from({ length: 20 }, (_, i) => [100, i + 1] as const), [300, 21], [300, 22], [300, 23]] as const
  it.each(runs)('%i jobs are refused once at most (%i)', async (jobs, seed) => {
    const simulator = arrange(seed)
    const random = seeded(seed)
    vi.spyOn(Math, 'random').mockImplementation(seeded(seed + 100))
    const other = setInterval(() => {
      const requests = random() < 0.15 ? Math.floor(random() * 12) : 0
      for (let i = 0; i < requests; i++) void simulator.fetch(`${ENDPOINT}/credits`)
    }, 1000)
    await minutesFor(jobs, simulator.fetch)
    clearInterval(other)
    const mine = refused(simulator).filter(({ operation }) => operation !== 'credits.get')
    expect(mine.length).toBeLessThanOrEqual(1)
  })
})

/** A small generator, so that each run is the same. */
function seeded(seed: number): () => number {
  let state = seed * 2_654_435_761
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
