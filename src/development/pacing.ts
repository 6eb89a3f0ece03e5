import { tellOnce } from './tellOnce.js'
import type { Watched } from './watch.js'

/** How long other answers have to tell of the limit (ms). */
const PATIENCE = 2000

const asked = new Set<string>()

/** An answer was good, and said nothing of the rate limit. @param isPaced whether another one has */
export function lookAtPacing({ endpoint }: Watched, isPaced: () => boolean): void {
  if (asked.has(endpoint)) return
  asked.add(endpoint)
  setTimeout(() => {
    if (isPaced()) return
    const isForeign = new URL(endpoint, location.href).origin !== location.origin
    tellOnce('rate', 'warn', {
      what:
        `The endpoint ${endpoint} hands on none of AudioPod's X-RateLimit-Limit, X-RateLimit-Remaining and X-RateLimit-Reset` +
        `${isForeign ? ', or does not let this page read them' : ''}: the kit cannot pace itself, and learns of the limit by its first 429.`,
      fix:
        'serve createAudioPodProxy of audiopod-react/server there, or let your proxy pass these headers and Retry-After on' +
        (isForeign ? ', and list them, Retry-After and Date in Access-Control-Expose-Headers.' : '.'),
      section: 'a-proxy-hands-on-no-rate-limit',
    })
  }, PATIENCE)
}
