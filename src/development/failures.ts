import { tellOnce } from './tellOnce.js'
import type { Watched } from './watch.js'

/** The least time between two looks (ms): what was down may be there now, and in the way of something else. */
const PAUSE = 10_000

let lookedAt = -Infinity

/** No answer came, or none that this page may read: asks once more in a way that tells the two apart. */
export async function lookAtFailure({ endpoint, credentials }: Watched): Promise<void> {
  if (performance.now() - lookedAt < PAUSE) return
  lookedAt = performance.now()
  const { origin, pathname } = new URL(endpoint, location.href)
  const isForeign = origin !== location.origin

  let isForbidden = false
  const onViolation = ({ effectiveDirective, blockedURI, disposition }: SecurityPolicyViolationEvent) => {
    isForbidden ||= disposition === 'enforce' && effectiveDirective === 'connect-src' && blockedURI.startsWith(origin)
  }
  document.addEventListener('securitypolicyviolation', onViolation)
  // Of another origin: whether anything answers. Of this one: whether it leads away, to where this page may not follow.
  const probe: RequestInit = isForeign ? { mode: 'no-cors', credentials: 'omit' } : { redirect: 'manual', credentials }
  const answer = await fetch(`${endpoint}/healthz`, { ...probe, cache: 'no-store' }).catch(() => undefined)
  if (!answer) await new Promise((resolve) => setTimeout(resolve, 100))
  document.removeEventListener('securitypolicyviolation', onViolation)

  if (isForbidden) {
    tellOnce('policy', 'error', {
      what: `This page's Content-Security-Policy does not let it ask the endpoint ${endpoint}.`,
      fix: `add ${isForeign ? origin : "'self'"} to its connect-src.`,
      section: 'a-content-security-policy-bars-the-way',
    })
  } else if (isForeign && answer) {
    tellOnce('cors', 'error', {
      what: `The server at ${origin} answers, but without the CORS headers that let a page of ${location.origin} read it.`,
      fix:
        `serve the proxy on the page's own origin (endpoint="/api/audiopod"), or name the page to it: ` +
        `createAudioPodProxy({ allowedOrigins: ['${location.origin}'], … }). A session cookie needs ` +
        '<AudioPodProvider credentials="include"> and SameSite=None; Secure too, and another proxy than ours must answer OPTIONS.',
      section: 'cors-headers-are-missing',
    })
  } else if (isForeign) {
    tellOnce('unreachable', 'error', {
      what: `No answer comes from ${origin}: either nothing listens there, or something in this browser (an extension) bars the way.`,
      fix: `start the server, or correct \`endpoint\`. ${origin}${pathname}/healthz, opened in a tab, must answer 204.`,
      section: 'nothing-answers-at-the-endpoint',
    })
  } else if (answer?.type === 'opaqueredirect') {
    tellOnce('login', 'error', {
      what: `The endpoint ${endpoint} sends its callers on to another site, where this page may not follow: most likely to a login.`,
      fix:
        `take ${pathname}/* out of what redirects to the login (the matcher of a middleware). ` +
        'The proxy answers 401 itself where `authorize` gives null.',
      section: 'the-endpoint-answers-with-a-login-page',
    })
  }
}
