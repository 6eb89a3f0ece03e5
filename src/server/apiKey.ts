import { misconfigured } from './refusals.js'

export type ApiKeySource = string | undefined | (() => string | undefined | Promise<string | undefined>)

/** `ap_…` now, `ak_…` earlier (AudioPod's API reference, "Authentication"). */
const WELL_FORMED = /^(?:ap|ak)_[A-Za-z0-9._-]{4,512}$/

/**
 * The key for this request, or a refusal before anything is sent: an unset variable must not become the
 * header `Bearer undefined`. No message holds the key, nor a part of it.
 */
export async function readApiKey(source: ApiKeySource): Promise<string> {
  const key = await ask(source)
  if (key === undefined || key === null || key === '') {
    throw misconfigured('there is no API key: set AUDIOPOD_API_KEY or the option apiKey')
  }
  if (typeof key !== 'string') throw misconfigured('the API key is not a string')
  if (key.trim() === '') throw misconfigured('the API key is blank')
  if (/[^\x21-\x7e]/.test(key)) throw misconfigured('the API key holds a space, a line break or the like')
  if (!WELL_FORMED.test(key)) throw misconfigured('the API key does not look like one: they begin ap_ or ak_')
  return key
}

async function ask(source: ApiKeySource): Promise<unknown> {
  if (source === undefined) return environmentKey()
  if (typeof source !== 'function') return source
  try {
    return await source()
  } catch {
    // Its message may hold what it was about to give.
    throw misconfigured('the function apiKey threw')
  }
}

/** Read at each request: some runtimes fill the environment late. */
function environmentKey(): unknown {
  return typeof process === 'undefined' ? undefined : process.env?.['AUDIOPOD_API_KEY']
}
