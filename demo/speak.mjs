// @ts-check
/** The demo's voice: eSpeak, and where that fails the simulator's own tones. */
import { spreadWords, synthesizeTones } from 'audiopod-react/testing'
import { espeak } from './espeak.mjs'

/**
 * @param {import('audiopod-react/testing').SynthesizeRequest} request
 * @returns {Promise<import('audiopod-react/testing').Speech>}
 */
export async function synthesize(request) {
  try {
    const { bytes, seconds, spoken } = await espeak(request)
    const words = spreadWords(spoken, seconds)
    return { bytes, contentType: 'audio/wav', durationSeconds: seconds, words }
  } catch {
    return synthesizeTones(request)
  }
}
