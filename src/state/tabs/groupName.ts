/** Of another version, tabs neither understand each other nor compete for a lock: they are another group. */
export const VERSION = 1

/**
 * The name that tabs of one endpoint and one user share, for their channel and their locks. Any script of the
 * origin can list those, so that it tells neither.
 */
export function groupName(endpoint: string, userId: string): string {
  return `audiopod-react:${VERSION}:${digest(JSON.stringify([endpoint, userId]))}`
}

/** 128 bits: never by chance the same for two users. No protection from one who looks for it, who has the origin anyway. */
export function digest(text: string): string {
  return [1, 2, 3, 4].map((seed) => hash(text, seed).toString(36)).join('')
}

/** FNV-1a's loop with MurmurHash2's factor and a shift that brings the high bits down, over UTF-16 units. */
function hash(text: string, seed: number): number {
  let bits = Math.imul(seed, 0x9e3779b1)
  for (let i = 0; i < text.length; i++) {
    bits = Math.imul(bits ^ text.charCodeAt(i), 0x5bd1e995)
    bits ^= bits >>> 15
  }
  return bits >>> 0
}
