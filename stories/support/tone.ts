const RATE = 8000

/** When a sound is to be heard, in seconds. */
interface Sound {
  text: string
  start: number
  end: number
}

/**
 * A quiet tone as a WAV in a `data:` URL: audio that plays without anything to fetch it from. With words it sounds while one of
 * them is said, and is still between them.
 */
export function toneUrl(seconds: number, words?: readonly Sound[]): string {
  const samples = Math.round(seconds * RATE)
  const bytes = new DataView(new ArrayBuffer(44 + samples))
  const text = (at: number, letters: string) => [...letters].forEach((letter, i) => bytes.setUint8(at + i, letter.charCodeAt(0)))
  text(0, 'RIFF')
  bytes.setUint32(4, 36 + samples, true)
  text(8, 'WAVEfmt ')
  bytes.setUint32(16, 16, true)
  bytes.setUint16(20, 1, true)
  bytes.setUint16(22, 1, true)
  bytes.setUint32(24, RATE, true)
  bytes.setUint32(28, RATE, true)
  bytes.setUint16(32, 1, true)
  bytes.setUint16(34, 8, true)
  text(36, 'data')
  bytes.setUint32(40, samples, true)
  for (let i = 0; i < samples; i++) bytes.setUint8(44 + i, 128)
  for (const { start, end, text: word } of words ?? [{ text: '', start: 0, end: seconds }]) {
    const [from, to] = [Math.round(start * RATE), Math.min(Math.round(end * RATE), samples)]
    const loudness = 12 + ((word.charCodeAt(0) || 0) % 4) * 6
    for (let i = from; i < to; i++) {
      const swell = words ? Math.sin((Math.PI * (i - from)) / (to - from)) : 1
      bytes.setUint8(44 + i, 128 + Math.round(loudness * swell * Math.sin((i * 2 * Math.PI * 220) / RATE)))
    }
  }
  let binary = ''
  for (const byte of new Uint8Array(bytes.buffer)) binary += String.fromCharCode(byte)
  return `data:audio/wav;base64,${btoa(binary)}`
}
