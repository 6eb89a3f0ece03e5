/** Which view shows which entry: a view has one, and an entry at most one view. */
export interface EntryOwners {
  /** The view shows this one from now on, and its former one stays in the list. */
  give: (key: string, owner: string) => void
  /** The first of these that no other view has; it is the owner's from now on. */
  claim: (keys: readonly string[], owner: string) => string | undefined
  isShown: (key: string) => boolean
  /** A view is gone: others may claim what it showed, which is given back. */
  release: (owner: string) => string[]
  /** Nobody shall claim this one again. */
  dismiss: (key: string) => void
  /** The entry is gone. */
  forget: (key: string) => void
}

/** No `useId` gives this. */
const DISMISSED = ''

export function createEntryOwners(): EntryOwners {
  const owners = new Map<string, string>()
  return {
    give(key, owner) {
      for (const [former, holder] of owners) if (holder === owner) owners.set(former, DISMISSED)
      owners.set(key, owner)
    },
    claim(keys, owner) {
      const free = keys.find((key) => {
        const holder = owners.get(key)
        return holder === undefined || holder === owner
      })
      if (free !== undefined) owners.set(free, owner)
      return free
    },
    isShown: (key) => (owners.get(key) ?? DISMISSED) !== DISMISSED,
    release(owner) {
      const shown = Array.from(owners).flatMap(([key, holder]) => (holder === owner ? [key] : []))
      for (const key of shown) owners.delete(key)
      return shown
    },
    dismiss: (key) => void owners.set(key, DISMISSED),
    forget: (key) => void owners.delete(key),
  }
}
