// @ts-check
/** Real speech without a network: eSpeak NG, compiled to WASM. It sounds like a robot, and it speaks the text. */
import ESpeakNg from 'espeak-ng'

/** Of a longer text the beginning is spoken: about six minutes, 16 MB of WAV. */
const MAX_CHARACTERS = 5000
const WORDS_A_MINUTE = 160
const WAV_HEADER_BYTES = 44
/** What eSpeak takes for `-s`. */
const RATES = { min: 80, max: 450 }

/** @type {Record<string, string>} */
const languages = { en: 'en-us', zh: 'cmn', no: 'nb', iw: 'he' }

/** One engine at a time: each has 32 MB of its own, and blocks while it speaks. */
let turn = Promise.resolve()

/**
 * @typedef {Pick<import('audiopod-react/testing').SynthesizeRequest, 'text' | 'voice' | 'speed' | 'language'>} Request
 *
 * @param {Request} request
 * @returns {Promise<{ bytes: Uint8Array<ArrayBuffer>, seconds: number, spoken: string }>} a WAV file, 16-bit mono,
 *   and what of the text it speaks
 */
export function espeak(request) {
  const spoken = turn.then(() => speak(request))
  turn = spoken.then(
    () => undefined,
    () => undefined,
  )
  return spoken
}

/** @param {Request} request */
async function speak({ text, voice, speed, language }) {
  const plain = withoutDirections(text)
  if (plain === '') throw new Error('There is nothing to speak')
  const rate = Math.min(RATES.max, Math.max(RATES.min, Math.round(WORDS_A_MINUTE * speed)))
  const engine = await ESpeakNg({
    arguments: [
      ...['-v', voiceOf(voice, language), '-p', String(pitchOf(voice)), '-s', String(rate)],
      ...['-w', 'out.wav', '-f', 'in.txt'],
    ],
    // Through a file, so that no text is ever read as an option.
    preRun: [(module) => module.FS.writeFile('in.txt', plain)],
    print: () => {},
    printErr: () => {},
    // Its own would set this process's exit code.
    quit: (_, reason) => {
      throw reason
    },
  })
  return { ...readWav(engine.FS.readFile('out.wav')), spoken: plain }
}

/**
 * The words alone: no `[cues]`, no `<break/>`, IPA without its slashes, and not more than can be spoken.
 * @param {string} text
 */
export function withoutDirections(text) {
  const plain = text
    .replace(/\[[^\]\n]{0,200}\]/g, ' ')
    .replace(/<break\b[^>]{0,50}>/gi, ', ')
    .replace(/(?<=^|\s)\/([^/\s]{1,60})\/(?=\s|[.,;:!?]|$)/g, '$1')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
  if (plain.length <= MAX_CHARACTERS) return plain
  const cut = plain.slice(0, MAX_CHARACTERS)
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX_CHARACTERS / 2))
}

/**
 * @param {Request['voice']} voice
 * @param {string | undefined} language
 */
function voiceOf({ name, gender, language: own }, language) {
  const base = (language ?? own ?? 'en').toLowerCase().replace('_', '-')
  // `pt-br` is a voice of eSpeak's; `de-at` is not, and German is near enough.
  const known = languages[base] ?? (base === 'pt-br' || base.startsWith('en-') ? base : base.split('-')[0])
  const variant = (spread(name) % 4) + 1
  return `${languages[known ?? 'en'] ?? known}+${gender === 'female' ? 'f' : 'm'}${variant}`
}

/** @param {Request['voice']} voice */
const pitchOf = ({ name }) => 40 + (spread(name) % 25)

/** @param {string} name */
const spread = (name) => Array.from(name).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7)

/** @param {Uint8Array} bytes */
function readWav(bytes) {
  const audioBytes = bytes.length - WAV_HEADER_BYTES
  if (audioBytes <= 0) throw new Error('eSpeak made no audio')
  const copy = new Uint8Array(bytes)
  const view = new DataView(copy.buffer)
  // eSpeak may leave the sizes of a stream in the header, which say nothing.
  view.setUint32(4, copy.length - 8, true)
  view.setUint32(40, audioBytes, true)
  const bytesASecond = view.getUint32(28, true)
  return { bytes: copy, seconds: audioBytes / bytesASecond }
}
