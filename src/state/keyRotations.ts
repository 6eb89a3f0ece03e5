import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Keeping, type Place, rotationsPlaceOf } from './jobsPlace.js'
import { type KeyRotation, nextRotation, type RotationEvent } from './keyRotation.js'
import { readRotations, writeRotations } from './rotationStorage.js'

type Rotations = Readonly<Record<string, KeyRotation>>

/** A user's rotations that are under way, in memory and, where that is wanted, over a reload. */
export interface KeyRotations {
  /** By the old key's id. Empty until something is connected: a server knows of none. */
  store: StoreApi<Rotations>
  /** Tells of an event, and gives what it made of the rotation. */
  tell: (oldId: string, event: RotationEvent) => KeyRotation | undefined
  /** Reads what is kept, and follows what other tabs of this browser make of it. */
  connect: () => () => void
}

export const keyRotationsOf = (keeping: Keeping): KeyRotations => makeKeyRotations(rotationsPlaceOf(keeping))

export function makeKeyRotations(place: Place): KeyRotations {
  const store = createStore<Rotations>(() => ({}))
  /** What the storage did not take. */
  let unkept: Rotations = {}

  /** What is kept is newer than what is in memory: another tab may have written it. */
  function load() {
    const kept = readRotations(place)
    if (!kept) return
    const now = { ...unkept, ...kept }
    if (JSON.stringify(now) !== JSON.stringify(store.getState())) store.setState(now, true)
  }

  return {
    store,
    tell(oldId, event) {
      load()
      const { [oldId]: before, ...others } = store.getState()
      const next = nextRotation(oldId, before, event)
      if (next === before) return next
      const all = next ? { ...others, [oldId]: next } : others
      // An answer that comes late is not to be written among the next user's.
      if (readRotations(place)) writeRotations(place, all)
      const kept = readRotations(place) ?? {}
      unkept = Object.fromEntries(Object.entries(all).filter(([id]) => !(id in kept)))
      store.setState(all, true)
      return next
    },
    connect() {
      load()
      const onStorage = ({ key }: StorageEvent) => {
        if (key === place.name || key === null) load()
      }
      window.addEventListener('storage', onStorage)
      return () => window.removeEventListener('storage', onStorage)
    },
  }
}
