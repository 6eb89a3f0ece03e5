import { describe, expect, it } from 'vitest'
import { DecodeError, operations } from '../../../src/api/index.js'
import { readFixture } from '../../fixtures/readFixture.js'

const accepted = (body: unknown) => operations['speech.create'].decode(body, { now: 0, input: {} })
const job = (body: unknown, asked = '40417') =>
  operations['speech.get'].decode(body, { now: 0, input: { job_id: asked } })

describe('an accepted job', () => {
  it('is read, with its id from job_id', () => {
    expect(accepted(readFixture('speech-accepted'))).toStrictEqual({
      id: '40417',
      status: 'pending',
      estimatedSeconds: 30,
      creditsReserved: 25,
      voice: { id: '12' },
    })
  })

  it('keeps the job that was paid for, whatever word its state has', () => {
    for (const status of [undefined, null, '', 'accepted', 5]) {
      expect(accepted({ job_id: 0, id: 9, status })).toStrictEqual({ id: '0', status: 'pending' })
    }
    expect(accepted({ id: 'a', status: 'PROCESSING' }).status).toBe('processing')
  })

  it('is not understood without an id', () => {
    expect(() => accepted({ status: 'pending' })).toThrow(DecodeError)
  })
})

describe('a job', () => {
  it('is read while it is made', () => {
    expect(job(readFixture('job-processing'))).toStrictEqual({
      id: '40417',
      status: 'processing',
      progress: 42,
      estimatedSeconds: 30,
      creditsReserved: 25,
      voice: { id: '12', name: 'aura', displayName: 'Aura' },
      createdAt: '2026-11-23T09:00:00Z',
    })
  })

  it('is read when it is done', () => {
    expect(job(readFixture('job-completed'))).toStrictEqual({
      id: '40417',
      status: 'completed',
      progress: 100,
      audioUrl: 'https://cdn.example/generated/40417.mp3?sig=abc',
      timestampsUrl: 'https://cdn.example/generated/40417.json?sig=abc',
      durationSeconds: 4.2,
      creditsReserved: 25,
      voice: { id: '12', name: 'aura', displayName: 'Aura' },
      createdAt: '2026-11-23T09:00:00Z',
      completedAt: '2026-11-23T09:00:09Z',
    })
  })

  it('is read when it failed', () => {
    expect(job(readFixture('job-failed'))).toStrictEqual({
      id: '40418',
      status: 'failed',
      progress: 15,
      createdAt: '2026-11-23T09:00:00Z',
      failureReason: 'voice_unavailable',
      failureMessage: 'Voice model is not available',
    })
  })

  it.each([
    [{ output_url: 'https://a.example/1' }],
    [{ audio_url: 'https://a.example/1' }],
    [{ result: { output_url: 'https://a.example/1' } }],
    [{ output_url: null, audio_url: '', result: { output_url: 'https://a.example/1' } }],
    [{ output_url: 'javascript:alert(1)', audio_url: 'https://a.example/1' }],
  ])('finds its audio in %j', (where) => {
    expect(job({ status: 'COMPLETED', ...where }).audioUrl).toBe('https://a.example/1')
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,<script>',
    'blob:https://a.example/1',
    'file:///etc/passwd',
    'ftp://a.example/1',
    '//a.example/1',
    '/1.mp3',
    'https:a.example',
    'https:\\\\a.example',
    'https://',
    'https://a b.example/',
    '',
  ])('never has the audio URL %j', (url) => {
    const read = job({ status: 'completed', output_url: url, timestamps_url: url, result: { output_url: url } })
    expect(read).toStrictEqual({ id: '40417', status: 'completed' })
  })

  it('keeps a presigned URL whole', () => {
    const url = 'https://cdn.example/a%20b.mp3?X-Amz-Signature=ab%2Bc&token=eyJhbGciOiJIUzI1NiJ9.e30.c2ln'
    expect(job({ status: 'completed', output_url: url }).audioUrl).toBe(url)
  })

  it.each([
    ['pending', 'pending'],
    ['Queued', 'pending'],
    ['PROCESSING', 'processing'],
    ['Completed', 'completed'],
    ['FAILED', 'failed'],
    ['CANCELLED', 'cancelled'],
    ['canceled', 'cancelled'],
  ])('in the state %s is %s', (told, status) => {
    expect(job({ status: told }).status).toBe(status)
  })

  it('keeps its progress between 0 and 100, and unsaid where it is', () => {
    expect(job({ status: 'processing', progress: '42' }).progress).toBe(42)
    expect(job({ status: 'processing', progress: 180 }).progress).toBe(100)
    expect(job({ status: 'processing', progress: -1 }).progress).toBe(0)
    expect(job({ status: 'processing', progress: null })).not.toHaveProperty('progress')
  })

  it('is known by the id in the answer, else by the one that was asked for', () => {
    expect(job({ id: 0, status: 'pending' }).id).toBe('0')
    expect(job({ status: 'pending' }, 'asked').id).toBe('asked')
  })

  it('is not understood without a state', () => {
    for (const body of [{ id: 1 }, { id: 1, status: 'melting' }, [], null, { status: 5 }]) {
      expect(() => job(body)).toThrow(DecodeError)
    }
  })
})
