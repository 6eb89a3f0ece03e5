import type { Place } from './jobsPlace.js'

/** What another user left there goes. Every place holds an object that names its `user`. */
export function wipeOthers({ storage, name, user }: Place): void {
  let owner: unknown
  try {
    const kept: unknown = JSON.parse(storage()?.getItem(name) ?? 'null')
    if (kept === null) return
    owner = typeof kept === 'object' && 'user' in kept ? kept.user : undefined
  } catch {
    // Corrupt: nobody's.
  }
  try {
    if (owner !== user) storage()?.removeItem(name)
  } catch {
    // Forbidden: there is nothing to wipe.
  }
}
