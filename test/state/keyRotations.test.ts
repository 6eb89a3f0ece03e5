import fc from 'fast-check'
import { beforeEach, expect, it, vi } from 'vitest'
import { createPlace } from '../../src/state/jobsPlace.js'
import { nextRotation, type KeyRotation, type RotationEvent } from '../../src/state/keyRotation.js'
import { makeKeyRotations } from '../../src/state/keyRotations.js'

const name = 'audiopod-react:rotations:/api/audiopod'
const items = new Map<string, string>()
let isFull = false
const at = '2026-11-23T09:00:00.000Z'

beforeEach(() => {
  items.clear()
  isFull = false
  const localStorage = {
    getItem: (item: string) => items.get(item) ?? null,
    setItem(item: string, value: string) {
      if (isFull) throw new DOMException('full', 'QuotaExceededError')
      items.set(item, value)
    },
    removeItem: (item: string) => void items.delete(item),
  }
  vi.stubGlobal('window', { localStorage, addEventListener: () => {}, removeEventListener: () => {} })
})

function open(user: string | undefined = 'ada', isCurrent = () => true, where: 'local' | false = 'local') {
  const rotations = makeKeyRotations(createPlace('rotations', where, '/api/audiopod', user, isCurrent))
  rotations.connect()
  return rotations
}
const shown = (rotations: ReturnType<typeof open>) => rotations.store.getState()

const events: fc.Arbitrary<RotationEvent> = fc.oneof(
  fc.constant<RotationEvent>({ kind: 'sent', at }),
  fc.constantFrom('n1', 'n2').map((newId): RotationEvent => ({ kind: 'created', newId, at })),
  fc.constantFrom('saved', 'tested', 'untested', 'over').map((kind): RotationEvent => ({ kind })),
)

it('forgets a successor only when one of the two keys is gone, whatever comes in whatever order', () => {
  fc.assert(
    fc.property(fc.array(events), (all) => {
      let rotation: KeyRotation | undefined
      for (const event of all) {
        const before = rotation
        rotation = nextRotation('old', before, event)
        if (before?.newId !== undefined && event.kind !== 'over') expect(rotation?.newId).toBe(before.newId)
        if (rotation) expect(rotation.newId === undefined).toBe(rotation.step === 'sent')
      }
    }),
  )
})

it('comes to the revocation by copying, then testing, and by nothing else', () => {
  fc.assert(
    fc.property(fc.array(events), (all) => {
      let rotation: KeyRotation | undefined
      for (const event of all) {
        const from = rotation?.step
        rotation = nextRotation('old', rotation, event)
        if (rotation?.step === 'revoke' && from !== 'revoke') expect([from, event.kind]).toEqual(['deploy', 'tested'])
        if (rotation?.step === 'deploy' && from !== 'deploy') {
          expect([['copy', 'saved'], ['revoke', 'untested']]).toContainEqual([from, event.kind])
        }
      }
    }),
  )
})

it('shows after a reload what it showed before, for any rotations of any keys', () => {
  const step = fc.tuple(fc.constantFrom('a', 'b', 'c'), events)
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      items.clear()
      const page = open()
      for (const [oldId, event] of steps) page.tell(oldId, event)
      expect(shown(open())).toEqual(shown(page))
    }),
  )
})

it('survives whatever stands in the storage', () => {
  const parts = fc.record(
    { v: fc.constantFrom(1, 2), user: fc.constantFrom('ada', 'ben'), rotations: fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue())) },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), parts.map((value) => JSON.stringify(value))), (text) => {
      items.clear()
      items.set(name, text)
      const page = open()
      page.tell('old', { kind: 'created', newId: 'new', at })
      expect(shown(open())['old']).toEqual({ oldId: 'old', newId: 'new', step: 'copy', startedAt: at })
    }),
  )
})

it('keeps ids, a step and a time, and nothing that looks like a key', () => {
  const page = open()
  page.tell('old', { kind: 'created', newId: 'new', at })
  page.tell('ap_EXAMPLEexampleEXAMPLE0002', { kind: 'created', newId: 'n2', at })
  expect(JSON.parse(items.get(name) ?? '')).toEqual({
    v: 1,
    user: 'ada',
    rotations: [{ oldId: 'old', newId: 'new', step: 'copy', startedAt: at }],
  })
  // In memory it goes on.
  expect(Object.keys(shown(page))).toHaveLength(2)
})

it('shows another user nothing, and wipes what was there', () => {
  open('ada').tell('old', { kind: 'created', newId: 'new', at })
  expect(shown(open('ben'))).toEqual({})
  expect(items.size).toBe(0)
})

it('does not write an answer that comes late among the next user’s', () => {
  const leaving = open('ada', () => false)
  open('ben').tell('theirs', { kind: 'created', newId: 'new', at })
  leaving.tell('old', { kind: 'created', newId: 'new', at })
  expect(Object.keys(shown(open('ben')))).toEqual(['theirs'])
})

it('goes on in memory where the storage is full, or nothing is to be kept', () => {
  isFull = true
  const page = open()
  page.tell('old', { kind: 'created', newId: 'new', at })
  expect(page.tell('old', { kind: 'saved' })?.step).toBe('deploy')
  const unkept = open('ada', () => true, false)
  unkept.tell('old', { kind: 'created', newId: 'new', at })
  expect(unkept.tell('old', { kind: 'saved' })?.step).toBe('deploy')
  expect(items.size).toBe(0)
})

it('sees what another tab made of a rotation before it makes something of it itself', () => {
  const [first, second] = [open(), open()]
  first.tell('old', { kind: 'created', newId: 'new', at })
  expect(second.tell('old', { kind: 'sent', at })).toMatchObject({ newId: 'new', step: 'copy' })
  first.tell('old', { kind: 'over' })
  expect(second.tell('other', { kind: 'sent', at })).toBeDefined()
  expect(Object.keys(shown(second))).toEqual(['other'])
})
