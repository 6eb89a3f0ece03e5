// @ts-check
import { createSimulator } from '../../dist/testing.js'

export const ENDPOINT = 'https://app.example/api/audiopod'
export const LIMIT = 100

/**
 * A fresh account on the Free plan: answers after 40 to 400 ms.
 *
 * @param {number} seed
 * @param {number} jobSeconds what a job takes
 */
export function createAccount(seed, jobSeconds = 20) {
  const simulator = createSimulator({
    plan: 'free',
    credits: 1_000_000,
    latency: [40, 400],
    jobSeconds,
    seed,
    synthesize: async () => ({ bytes: new Uint8Array(1), contentType: 'audio/wav', durationSeconds: 1 }),
  })
  const counts = { requests: 0, refused: 0 }
  /** @type {typeof globalThis.fetch} */
  const fetch = async (input, init) => {
    counts.requests++
    const response = await simulator.fetch(input, init)
    if (response.status === 429) counts.refused++
    return response
  }
  return { simulator, counts, fetch }
}
