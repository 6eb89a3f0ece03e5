const RATE = 8000

/** A quiet tone as a WAV in a `data:` URL: audio that plays without anything to fetch it from. */
export function toneUrl(seconds: number): string {
  const samples = Math.round(seconds * RATE)
  const bytes = new DataView(new ArrayBuffer(44 + samples))
  const text = (at: number, words: string) => [...words].forEach((letter, i) => bytes.setUint8(at + i, letter.charCodeAt(0)))
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
  for (let i = 0; i < samples; i++) bytes.setUint8(44 + i, 128 + Math.round(20 * Math.sin((i * 2 * Math.PI * 220) / RATE)))
  return `data:audio/wav;base64,${btoa(Array.from(new Uint8Array(bytes.buffer), (byte) => String.fromCharCode(byte)).join(''))}`
}
