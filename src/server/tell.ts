import { redact } from '../api/index.js'
import type { AudioPodProxyEvent, Settings } from './options.js'

/** An observer can neither fail a request nor be told a secret. */
export function tell({ onEvent }: Settings, event: AudioPodProxyEvent): void {
  const { error } = event
  try {
    const told: unknown = onEvent?.({
      ...event,
      ...(error && { error: { code: error.code, message: redact(error.message).slice(0, 1000) } }),
    })
    // Not `instanceof`: a promise may be another library's, or another realm's.
    if (typeof told === 'object' && told !== null) Promise.resolve(told).catch(() => {})
  } catch {
    // Nobody is left to tell.
  }
}
