'use client'

import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { ApiKey } from '../api/index.js'
import { type KeyRotation, type KeyRotations, keyRotationsOf } from '../state/index.js'
import { useSession } from './SessionContext.js'

/** The user's rotations by the old key's id. Those that the list shows as over, one of the two keys being revoked, end. */
export function useKeyRotations(
  keys: readonly ApiKey[] | undefined,
): [Readonly<Record<string, KeyRotation>>, KeyRotations] {
  const rotations = useSession().session.rotations(keyRotationsOf)
  const all = useStore(rotations.store)
  useEffect(() => rotations.connect(), [rotations])
  useEffect(() => {
    if (!keys) return
    const revoked = new Set(keys.filter(({ status }) => status === 'revoked').map(({ id }) => id))
    for (const { oldId, newId } of Object.values(all)) {
      // A list that lacks a key may be older than the key: only one that shows it as revoked is proof.
      if (revoked.has(oldId) || (newId !== undefined && revoked.has(newId))) rotations.tell(oldId, { kind: 'over' })
    }
  }, [keys, all, rotations])
  return [all, rotations]
}
