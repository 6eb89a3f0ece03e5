// @ts-check
import { creation, isOver, persistently, sleep, statusUrl } from './requests.mjs'

export const name = 'fetch, every 2 s, after 429 in 1 s'

/** @type {import('./way.d.ts').Start} */
export function start({ fetch, jobs, onReady, onGivenUp }) {
  const speak = async (/** @type {number} */ i) => {
    let job = await persistently(fetch, ...creation(i))
    const url = statusUrl(job.job_id)
    while (!isOver(job)) {
      await sleep(2000)
      job = await persistently(fetch, url)
    }
  }
  for (let i = 0; i < jobs; i++) void speak(i).then(onReady, onGivenUp)
}
