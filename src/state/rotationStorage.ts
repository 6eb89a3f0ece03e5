import { hasSecret } from '../api/index.js'
import type { Place } from './jobsPlace.js'
import type { KeyRotation } from './keyRotation.js'

const VERSION = 1
const MOST = 100
const STEPS = new Set<unknown>(['sent', 'copy', 'deploy', 'revoke'] satisfies KeyRotation['step'][])

/**
 * The rotations that a browser keeps for a user, by the old key's id. Storage that is forbidden or corrupt reads as
 * empty, another user's is wiped, and nothing here throws. Undefined where somebody else has come since this user left.
 */
export function readRotations(place: Place): Record<string, KeyRotation> | undefined {
  const { storage, name, user, isCurrent } = place
  try {
    const text = storage()?.getItem(name)
    if (!text) return {}
    const kept = parse(text)
    if (isRecord(kept) && kept['v'] === VERSION && kept['user'] === user && Array.isArray(kept['rotations'])) {
      const rows: unknown[] = kept['rotations']
      return Object.fromEntries(rows.filter(isRotation).map((rotation) => [rotation.oldId, cleaned(rotation)]))
    }
    if (!isCurrent()) return undefined
    storage()?.removeItem(name)
  } catch {
    // Forbidden: as if there were none.
  }
  return {}
}

/** Keeps these, the newest where they are many. A full or forbidden storage costs nothing but the way back after a reload. */
export function writeRotations({ storage, name, user }: Place, rotations: Readonly<Record<string, KeyRotation>>): void {
  const kept = Object.values(rotations)
    .filter(({ oldId, newId }) => !hasSecret(`${oldId} ${newId}`))
    .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))
    .slice(0, MOST)
    .map(cleaned)
  try {
    if (kept.length === 0) storage()?.removeItem(name)
    else storage()?.setItem(name, JSON.stringify({ v: VERSION, user, rotations: kept }))
  } catch {
    // The rotation lives on in memory.
  }
}

function cleaned({ oldId, newId, step, startedAt }: KeyRotation): KeyRotation {
  return { oldId, ...(newId === undefined ? {} : { newId }), step, startedAt }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isRotation(value: unknown): value is KeyRotation {
  if (!isRecord(value)) return false
  const { oldId, newId, step, startedAt } = value
  return (
    typeof oldId === 'string' &&
    STEPS.has(step) &&
    // Only what is on its way has no successor.
    (step === 'sent' ? newId === undefined : typeof newId === 'string') &&
    typeof startedAt === 'string' &&
    !Number.isNaN(Date.parse(startedAt))
  )
}
