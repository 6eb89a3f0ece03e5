/** Finer than a player is wide. */
const PEAKS = 600
/** The least that every browser decodes to; loudness needs no more, and a minute is 2 MB a channel. */
const SAMPLE_RATE = 8000

/** How loud a clip is, bit by bit, each 0 to 1; rejects for what this browser cannot decode. */
export async function decodePeaks(bytes: Uint8Array<ArrayBuffer>): Promise<number[]> {
  const clip = await new OfflineAudioContext(1, 1, SAMPLE_RATE).decodeAudioData(bytes.buffer)
  const channels = Array.from({ length: clip.numberOfChannels }, (_, channel) => clip.getChannelData(channel))
  return peaksOf(channels, PEAKS)
}

/** The loudest of each of `count` stretches of equal length, the loudest of all being 1. */
export function peaksOf(channels: readonly Float32Array[], count: number): number[] {
  const length = channels[0]?.length ?? 0
  const all = Math.min(count, length)
  const peaks = Array.from({ length: all }, (_, i) => {
    const end = Math.floor(((i + 1) * length) / all)
    let peak = 0
    for (const samples of channels) {
      for (let at = Math.floor((i * length) / all); at < end; at++) peak = Math.max(peak, Math.abs(samples[at] ?? 0))
    }
    return peak
  })
  const loudest = peaks.reduce((most, peak) => Math.max(most, peak), 0)
  return loudest > 0 ? peaks.map((peak) => peak / loudest) : peaks
}

/** As many bars as fit, each as high as the loudest it stands for. */
export function barsOf(peaks: readonly number[], count: number): number[] {
  return Array.from({ length: peaks.length > 0 ? count : 0 }, (_, i) => {
    const start = Math.min(Math.floor((i * peaks.length) / count), peaks.length - 1)
    const end = Math.max(Math.floor(((i + 1) * peaks.length) / count), start + 1)
    return Math.max(...peaks.slice(start, end))
  })
}
