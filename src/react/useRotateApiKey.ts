'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { ApiKey, CreatedApiKey } from '../api/index.js'
import { type ApiKeyInput, apiKeysOf } from '../client/index.js'
import { type AudioPodError, type ErrorCode, isAudioPodError } from '../errors/index.js'
import type { KeyRotation } from '../state/index.js'
import { useSession } from './SessionContext.js'
import type { RotationStep, UseRotateApiKeyResult } from './types.js'
import { useApiKeys } from './useApiKeys.js'
import { useKeyRotations } from './useKeyRotations.js'

/** The account, or the client before it, has said no: nothing was made. */
const REFUSALS = new Set<ErrorCode>([
  'unauthorized',
  'forbidden',
  'rate_limit_exceeded',
  'insufficient_credits',
  'invalid_request',
  'not_found',
  'configuration',
])
/** How far this machine's clock may be from the account's. */
const SKEW = 120_000

interface Outcome {
  id: string
  step: 'done' | 'abandoned'
}

/** What this page alone knows of a creation. */
interface Sent {
  name: string
  /** The keys that there were, if that was known. */
  before: ReadonlySet<string> | undefined
}

/**
 * Replaces an API key as AudioPod recommends: makes the new key, waits until the person has saved it, deployed it and tested
 * it, then revokes the old one. Where it stands is kept for this user over a reload (ids and a step, as `persistJobs` says;
 * in this browser by default where there is a `userId`); the secret is in what `create` resolves with and nowhere else.
 *
 * @param id the old key's
 * @example
 * const { step, create, confirmSaved, confirmTested, revokeOld, abandon } = useRotateApiKey(key.id)
 * const created = await create({ expiresInDays: 90 })
 */
export function useRotateApiKey(id: string): UseRotateApiKeyResult {
  const { connection } = useSession().session
  const { data, create: createKey, revoke, mutate } = useApiKeys()
  const [all, rotations] = useKeyRotations(data)
  const rotation = all[id]
  const [outcome, setOutcome] = useState<Outcome>()
  const [found, setFound] = useState<readonly ApiKey[]>()
  const [error, setError] = useState<AudioPodError>()
  const [work, setWork] = useState<'create' | 'other'>()
  // State is a render late for a second press.
  const isRunning = useRef(false)
  const sent = useRef<Sent>(undefined)
  const oldKey = data?.find((key) => key.id === id)
  const newKey = rotation?.newId === undefined ? undefined : data?.find((key) => key.id === rotation.newId)

  const run = useCallback(async <T>(kind: 'create' | 'other', task: () => Promise<T>): Promise<T | undefined> => {
    if (isRunning.current) return undefined
    isRunning.current = true
    setWork(kind)
    setError(undefined)
    try {
      return await task()
    } catch (failure) {
      if (!isAudioPodError(failure)) throw failure
      setError(failure)
      return undefined
    } finally {
      isRunning.current = false
      setWork(undefined)
    }
  }, [])

  /** The list as it is now, and what it says of this rotation. */
  const load = useCallback(async () => {
    // SWR's own reload gives the last list where it fails, and an old list would say that there is no new key.
    const keys = (await mutate(apiKeysOf(connection).list(), { revalidate: false })) ?? []
    const now = rotations.store.getState()[id]
    if (now?.step === 'sent') setFound(candidates(keys, now, sent.current))
    // Asked for after the key was made, so a list without it means that it is gone.
    else if (now && keys.every((key) => key.id !== now.newId)) rotations.tell(id, { kind: 'over' })
  }, [connection, id, mutate, rotations])

  const create = (input: Partial<ApiKeyInput> = {}) =>
    run('create', async (): Promise<CreatedApiKey | undefined> => {
      const at = new Date().toISOString()
      const begun = rotations.tell(id, { kind: 'sent', at })
      // Begun before, maybe in another tab: two successors would be one too many.
      if (rotation || begun?.step !== 'sent' || begun.startedAt !== at) return undefined
      const name = input.name ?? oldKey?.name ?? ''
      sent.current = { name, before: data && new Set(data.map((key) => key.id)) }
      setOutcome(undefined)
      setFound(undefined)
      try {
        const created = await createKey({ description: oldKey?.description, scopes: oldKey?.scopes, ...input, name })
        rotations.tell(id, { kind: 'created', newId: created.id, at: new Date().toISOString() })
        return created
      } catch (failure) {
        if (isAudioPodError(failure) && REFUSALS.has(failure.code)) rotations.tell(id, { kind: 'over' })
        throw failure
      }
    })

  const goal = useRef<Outcome['step']>(undefined)
  /** One of the two keys goes. */
  const end = (goes: string | undefined, step: Outcome['step'] | undefined) =>
    run('other', async () => {
      goal.current = step
      if (goes !== undefined) await revoke(goes)
      setOutcome(step && { id, step })
      setFound(undefined)
      rotations.tell(id, { kind: 'over' })
    }).then(() => undefined)

  // The list may tell of the end before, or in place of, an answer.
  const was = useRef(rotation)
  useEffect(() => {
    const before = was.current
    was.current = rotation
    if (before?.oldId !== id || rotation) return
    const step = oldKey?.status === 'revoked' ? 'done' : goal.current
    goal.current = undefined
    setOutcome(step && { id, step })
  }, [id, rotation, oldKey])

  return {
    step: outcome?.id === id && !rotation ? outcome.step : stepOf(rotation, work === 'create'),
    oldKey,
    newKey,
    startedAt: rotation?.startedAt,
    isWorking: work !== undefined,
    error,
    found,
    create,
    confirmSaved: () => void rotations.tell(id, { kind: 'saved' }),
    confirmTested: () => void rotations.tell(id, { kind: 'tested' }),
    back: () => void rotations.tell(id, { kind: 'untested' }),
    revokeOld: () => end(id, 'done'),
    abandon: () => (rotation?.newId === undefined ? Promise.resolve() : end(rotation.newId, 'abandoned')),
    startOver: async () => {
      // Which of several keys is the new one nobody knows: the person looks at the list.
      const goes = rotation?.newId ?? (found?.length === 1 ? found[0]?.id : undefined)
      if (rotation && (goes !== undefined || found?.length === 0)) await end(goes, undefined)
    },
    look: () => run('other', load).then(() => undefined),
  }
}

function stepOf(rotation: KeyRotation | undefined, isCreating: boolean): RotationStep {
  if (!rotation) return 'create'
  if (rotation.step === 'sent') return isCreating ? 'create' : 'unknown'
  return rotation.step
}

/** Keys that are there since the request left, of the name that was asked for. */
function candidates(keys: readonly ApiKey[], { oldId, startedAt }: KeyRotation, sent: Sent | undefined): ApiKey[] {
  const name = sent?.name ?? keys.find((key) => key.id === oldId)?.name
  const since = Date.parse(startedAt) - SKEW
  return keys.filter((key) => {
    if (key.id === oldId || key.status === 'revoked' || (name && key.name !== name)) return false
    return sent?.before ? !sent.before.has(key.id) : key.createdAt !== undefined && Date.parse(key.createdAt) >= since
  })
}
