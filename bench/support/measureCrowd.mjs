import { nextMinute, passUntil } from './virtualClock.mjs'
import { createAccount, ENDPOINT } from './createAccount.mjs'
import { seeded } from './random.mjs'

const MINUTE = 60_000

/** SWR last: it needs a document, which the others are measured without. */
export const ways = ['kit', 'plainFetch', 'fal', 'swr']

export async function loadWay(file) {
  const { name, start, load } = await import(`../ways/${file}.mjs`)
  return { name, start: start ?? (await load()) }
}

/**
 * Starts `jobs` jobs at once on a fresh account and waits for the last.
 *
 * @param {{ start: Function, jobs: number, seed: number, beside?: (account: object, random: () => number) => () => void }} options
 *   `beside` starts what else uses the account
 */
export async function measureCrowd({ start, jobs, seed, beside }) {
  await nextMinute()
  Math.random = seeded(seed)
  const account = createAccount(seed)
  const { counts, simulator, fetch } = account
  const begun = Date.now()
  let ready = 0
  let givenUp = 0
  const endBeside = beside?.(simulator, seeded(seed + 1000))
  const end = start({ fetch, jobs, onReady: () => ready++, onGivenUp: () => givenUp++ })
  await passUntil(() => ready === jobs, 120 * MINUTE)
  const minutes = (Date.now() - begun) / MINUTE
  endBeside?.()
  end?.()
  if (ready < jobs) throw new Error(`${jobs - ready} of ${jobs} jobs were not ready after two hours.`)
  return { minutes, givenUp, paid: simulator.state.jobs.length, ...counts }
}

/** Spends half of the Free plan's requests on the average, in bursts of up to eleven, at random seconds. */
export function hungryNeighbour(simulator, random) {
  const counts = { requests: 0, refused: 0 }
  const timer = setInterval(() => {
    const requests = random() < 0.15 ? Math.floor(random() * 12) : 0
    for (let i = 0; i < requests; i++) {
      counts.requests++
      void simulator.fetch(`${ENDPOINT}/credits`).then(({ status }) => {
        if (status === 429) counts.refused++
      })
    }
  }, 1000)
  return { counts, end: () => clearInterval(timer) }
}
