// @ts-check
import { ENDPOINT } from '../support/createAccount.mjs'

/** @param {number} i @returns {[url: string, init: RequestInit]} */
export function creation(i) {
  const body = new URLSearchParams({ input_text: `Number ${i}` })
  return [`${ENDPOINT}/voice/voices/aura/generate`, { method: 'POST', body }]
}

/** @param {string | number} id */
export const statusUrl = (id) => `${ENDPOINT}/voice/tts-jobs/${id}/status`

/** @param {{ status: string } | undefined} job */
export const isOver = (job) => job !== undefined && /^(?:completed|failed|cancelled)$/i.test(job.status)

/** @param {number} ms */
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Asks again a second after each refusal.
 *
 * @param {typeof globalThis.fetch} fetch
 * @param {Parameters<typeof globalThis.fetch>} request
 */
export async function persistently(fetch, ...request) {
  for (;;) {
    const response = await fetch(...request)
    if (response.ok) return response.json()
    await sleep(1000)
  }
}
