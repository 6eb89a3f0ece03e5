/**
 * What a credential looks like. AudioPod's keys begin `ap_` or `ak_`, its webhook secrets `whsec_`,
 * its session tokens are JWTs (its API reference, "Authentication"). Every message that this kit makes
 * passes `redact`.
 */
// A letter before it makes it another word ("map_tiles"), unless that is the end of an escape: `%3Dap_…`, `\nap_…`.
const START = String.raw`(^|[^A-Za-z0-9]|%[0-9A-Fa-f]{2}|\\[nrtbf]|\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4})`
const AUDIOPOD = `${START}(?:(?:ap|ak)_[A-Za-z0-9._-]{4,}|whsec_[A-Za-z0-9+/=_-]{4,})`
// Without the dots too: a search for them, from each of many starts, would take quadratic time.
const JWT = `${START}eyJ[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*)*`
const BEARER = `${START}Bearer\\s+[A-Za-z0-9._~+/=-]{6,}`

const audioPodSecret = new RegExp(AUDIOPOD, 'i')
// Group 1, 2 or 3 is the character before the secret, which stays.
const anySecret = new RegExp(`${BEARER}|${JWT}|${AUDIOPOD}`, 'gi')

/** True for a text that holds an AudioPod key or webhook secret. A JWT or Bearer token may be the app's own, and is not one. */
export function hasAudioPodSecret(text: string): boolean {
  return audioPodSecret.test(text)
}

/** True for a text that holds anything shaped like a credential, a JWT and a Bearer header included. */
export function hasSecret(text: string): boolean {
  return text.search(anySecret) >= 0
}

/** True for an id that holds an AudioPod secret or begins like a JWT, whose two first parts are JSON objects in base64. */
export function isCredential(id: string): boolean {
  return hasAudioPodSecret(id) || /^eyJ[\w-]*\.eyJ/.test(id)
}

/** The text with everything shaped like a credential struck out. */
export function redact(text: string): string {
  return text.replace(
    anySecret,
    (_, a?: string, b?: string, c?: string) => `${a ?? b ?? c ?? ''}[redacted]`,
  )
}
