import { describe, expect, it } from 'vitest'
import {
  type AudioPodError,
  InsufficientCreditsError,
  InvalidRequestError,
  JobFailedError,
  ServerError,
} from '../../../src/errors/index.js'
import { errorText } from '../../../src/components/ErrorNotice/errorText.js'
import { errorTexts } from '../../../src/i18n/en/errors.js'
import { createUi } from '../../../src/theme/UiContext.js'

const read = (error: AudioPodError) => errorText(createUi({ locale: 'en-US' }, errorTexts), error)

describe('what a person reads of an error', () => {
  it('is never the message for developers', () => {
    const { title, text } = read(new ServerError('credits.get was answered 500.'))
    expect(`${title} ${text}`).toBe('The service could not answer. Try again in a moment.')
  })

  it('has the figures of a shortage, in credits or in money', () => {
    expect(read(new InsufficientCreditsError('', { creditsNeeded: 8250, creditsAvailable: 1000 })).text).toBe(
      'This needs about 8,250 credits; you have 1,000.',
    )
    expect(read(new InsufficientCreditsError('', { centsNeeded: 50, centsAvailable: 0 })).text).toBe(
      'This needs about $0.50; you have $0.00.',
    )
    expect(read(new InsufficientCreditsError('', { creditsNeeded: 5 })).text).toBe('Add funds, then try again.')
  })

  it('names the fields as their labels do, and an unknown one as it came', () => {
    const fields = [
      { name: 'voiceId', message: 'is required' },
      { name: 'constructor', message: 'is odd' },
    ]
    expect(read(new InvalidRequestError('', { fields })).fields.map(({ text }) => text)).toEqual([
      'Voice: is required',
      'constructor: is odd',
    ])
  })

  it('has the reason of a failed job as a sentence', () => {
    const reason = (text: string) => read(new JobFailedError('', { jobId: '1', reason: text })).text
    expect(reason('voice_unavailable')).toBe('Voice unavailable. Check your balance for any charge.')
    expect(reason('Voice model is gone.')).toBe('Voice model is gone. Check your balance for any charge.')
  })

  it('is what the error itself says to people, where that was chosen for it', () => {
    expect(read(new ServerError('', { userMessage: 'AudioPod rests on Sundays.' })).text).toBe('AudioPod rests on Sundays.')
  })
})
