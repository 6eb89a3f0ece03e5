import { checkoutPlaceOf, jobsPlaceOf, type Keeping, type Place, rotationsPlaceOf } from './jobsPlace.js'

/** Wipes what other users left, also on pages without top-ups or keys. Whether there are jobs, which their store wipes. */
export function sweep(keeping: Keeping): boolean {
  for (const place of [checkoutPlaceOf(keeping, 'credits'), checkoutPlaceOf(keeping, 'wallet'), rotationsPlaceOf(keeping)]) {
    wipeOthers(place)
  }
  return jobsPlaceOf(keeping).isUsed()
}

/** What another user left there goes. Every place holds an object that names its `user`. */
function wipeOthers({ storage, name, user }: Place): void {
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
