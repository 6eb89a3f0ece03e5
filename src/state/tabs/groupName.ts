/** Of another version, tabs neither understand each other nor compete for a lock: they are another group. */
export const VERSION = 1

/**
 * The name that tabs of one endpoint and one user share, for their channel and their locks. Any script of the
 * origin can list those, so that it tells neither.
 */
export function groupName(endpoint: string, userId: string): string {
  const base = globalThis.location?.href
  const url = URL.canParse(endpoint, base) ? new URL(endpoint, base).href : endpoint
  return `audiopod-react:${VERSION}:${digest(JSON.stringify([url, userId]))}`
}

/** 106 bits: never by chance the same for two users. No protection from one who looks for it, who has the origin anyway. */
export function digest(text: string): string {
  return half(text, 0).toString(36) + half(text, 0x9e3779b9).toString(36)
}

/** cyrb53, https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js (public domain) */
function half(text: string, seed: number): number {
  let a = 0xdeadbeef ^ seed
  let b = 0x41c6ce57 ^ seed
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 4294967296 * (2097151 & b) + (a >>> 0)
}
