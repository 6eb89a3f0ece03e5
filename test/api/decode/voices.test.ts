import { describe, expect, it } from 'vitest'
import { DecodeError, operations } from '../../../src/api/index.js'
import { readFixture } from '../../fixtures/readFixture.js'

const context = { now: 0, input: {} }
const list = (body: unknown) => operations['voices.list'].decode(body, context)
const get = (body: unknown) => operations['voices.get'].decode(body, context)

describe('voices', () => {
  it('are read from a bare list', () => {
    expect(list(readFixture('voices-array'))).toStrictEqual({
      items: [
        {
          id: '12',
          name: 'aura',
          displayName: 'Aura',
          description: 'Bright and clear',
          type: 'standard',
          status: 'completed',
        },
        {
          id: '387',
          name: 'My Custom Voice',
          description: 'Cloned from my recordings',
          type: 'custom',
          status: 'processing',
        },
      ],
    })
  })

  it('are read from a page', () => {
    expect(list(readFixture('voices-page'))).toStrictEqual({
      items: [
        {
          id: 'voice_sarah01',
          name: 'Sarah Professional',
          description: 'Clear business voice',
          type: 'standard',
          language: 'en',
          gender: 'female',
          previewUrl: 'https://cdn.example/previews/sarah.mp3',
        },
      ],
      total: 127,
      hasMore: true,
    })
  })

  it.each(['items', 'data', 'voices'])('are read inside an envelope named %s', (name) => {
    expect(list({ [name]: [{ id: 0 }], total: '127', has_more: 'FALSE' })).toStrictEqual({
      items: [{ id: '0' }],
      total: 127,
      hasMore: false,
    })
  })

  it('are known by voice_id, else id, else uuid', () => {
    expect(get({ voice_id: 'v', id: 1, uuid: 'u' }).id).toBe('v')
    expect(get({ voice_id: null, id: 0, uuid: 'u' }).id).toBe('0')
    expect(get({ voice_id: '', id: 1.5, uuid: 'u' }).id).toBe('u')
    expect(() => get({ name: 'aura' })).toThrow(DecodeError)
  })

  it('have no name that the account did not give', () => {
    expect(get({ id: 1, display_name: 'Aura' })).toStrictEqual({ id: '1', displayName: 'Aura' })
  })

  it('are one voice inside an envelope', () => {
    expect(get({ data: { id: 1 } })).toStrictEqual({ id: '1' })
    expect(get({ voice: { id: 1 } })).toStrictEqual({ id: '1' })
  })

  it('say custom or standard by type, or by the flag', () => {
    expect(get({ id: 1, voice_type: 'Custom', is_custom: false }).type).toBe('custom')
    expect(get({ id: 1, is_custom: true }).type).toBe('custom')
    expect(get({ id: 1, voice_type: 'celebrity' })).not.toHaveProperty('type')
  })
})
