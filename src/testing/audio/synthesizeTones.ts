import { createRandom, hash } from '../random.js'
import type { SimulatedVoice } from '../types.js'
import type { Synthesize, TimedWord } from './synthesize.js'
import { encodeWav } from './wav.js'
import { spokenWords, SYLLABLE_SECONDS } from './words.js'

const SAMPLE_RATE = 22_050
/** Beyond this a text is not spoken: 26 MB of WAV. */
const MAX_SECONDS = 600
const LEVEL = 0.5
const TABLE = 1024

/** First two formants of a, e, i, o, u, in Hz. */
const vowels: readonly (readonly [number, number])[] = [
  [730, 1190],
  [530, 1840],
  [330, 2240],
  [540, 900],
  [340, 870],
]

interface Syllable {
  start: number
  seconds: number
  vowel: number
  /** Semitones from the voice's own pitch. */
  lift: number
  hiss: boolean
}

/**
 * Soft tones in the rhythm of speech, the vowels of the text as formants, each voice at a pitch of its own:
 * plainly audible, plainly no real voice, and the same for the same text. Ten minutes at most.
 */
export const synthesizeTones: Synthesize = async ({ text, voice, speed }) => {
  const { syllables, words, seconds } = plan(text, speed)
  return {
    bytes: () => render(syllables, seconds, voice),
    contentType: 'audio/wav',
    durationSeconds: Math.ceil(seconds * SAMPLE_RATE) / SAMPLE_RATE,
    words,
  }
}

function plan(text: string, speed: number): { syllables: Syllable[]; words: TimedWord[]; seconds: number } {
  const syllables: Syllable[] = []
  const words: TimedWord[] = []
  let at = 0.05
  for (const word of spokenWords(text)) {
    const length = (word.syllables * SYLLABLE_SECONDS) / speed
    const rest = word.rest / speed
    if (at + length + rest > MAX_SECONDS) break
    const seed = hash(word.text.toLowerCase())
    const letters: readonly string[] = word.text.normalize('NFD').toLowerCase().match(/[aeiou]/g) ?? []
    for (let i = 0; i < word.syllables; i++) {
      const letter = letters[i]
      syllables.push({
        start: at + (i * length) / word.syllables,
        seconds: (length / word.syllables) * 0.94,
        vowel: letter ? 'aeiou'.indexOf(letter) : (seed >>> (i * 3)) % vowels.length,
        lift: ((seed >>> (i * 2)) % 5) - 1.5 - (rest > 0.3 / speed ? 2.5 : 0),
        hiss: i === 0 && /^[sfhtkpcxzß]/i.test(word.text),
      })
    }
    words.push({ text: word.text, start: at, end: at + length })
    at += length + rest
  }
  return { syllables, words, seconds: at + 0.05 }
}

function render(syllables: readonly Syllable[], seconds: number, voice: SimulatedVoice): Uint8Array<ArrayBuffer> {
  const samples = new Float32Array(Math.ceil(seconds * SAMPLE_RATE))
  const pitch = pitchOf(voice)
  const tables = vowels.map((formants) => wavetable(pitch, formants))
  const noise = createRandom(hash(voice.name))
  for (const syllable of syllables) {
    const from = Math.floor(syllable.start * SAMPLE_RATE)
    const length = Math.min(samples.length - from, Math.floor(syllable.seconds * SAMPLE_RATE))
    const table = tables[syllable.vowel] as Float32Array
    const attack = Math.min(length / 3, SAMPLE_RATE * 0.02)
    const release = Math.min(length / 2, SAMPLE_RATE * 0.06)
    const base = pitch * 2 ** (syllable.lift / 12)
    const hissLength = syllable.hiss ? Math.min(length / 3, SAMPLE_RATE * 0.035) : 0
    let phase = 0
    for (let i = 0; i < length; i++) {
      // The pitch falls a little over a syllable, as it does in speech.
      phase += (base * (1.03 - (0.06 * i) / length) * TABLE) / SAMPLE_RATE
      const level = Math.min(1, i / attack, (length - i) / release)
      const tone = (table[Math.floor(phase) % TABLE] as number) * level
      const hiss = i < hissLength ? (noise.next() - 0.5) * 0.25 * Math.sin((Math.PI * i) / hissLength) : 0
      samples[from + i] = (tone + hiss) * LEVEL
    }
  }
  return encodeWav(samples, SAMPLE_RATE)
}

function pitchOf({ name, gender }: SimulatedVoice): number {
  const low = gender === 'male' ? 98 : gender === 'female' ? 178 : 138
  return low + (hash(name) % 48)
}

/** One period of a voice's vowel, its peak at 1. */
function wavetable(pitch: number, formants: readonly [number, number]): Float32Array {
  const table = new Float32Array(TABLE)
  for (let harmonic = 1; harmonic * pitch < 3500; harmonic++) {
    const hz = harmonic * pitch
    const resonance = formants.reduce((sum, formant) => sum + 1 / (1 + ((hz - formant) / 130) ** 2), 0.12)
    for (let i = 0; i < TABLE; i++) {
      table[i] = (table[i] as number) + (resonance / harmonic ** 0.6) * Math.sin((2 * Math.PI * harmonic * i) / TABLE)
    }
  }
  const peak = table.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return table.map((value) => value / peak)
}
