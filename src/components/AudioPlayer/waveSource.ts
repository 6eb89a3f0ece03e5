import { isObject } from '../../api/decode/read.js'

/** Ten minutes: decoded, a clip takes some 100 MB for a moment, and as mp3 it is 10 MB. */
export const MAX_WAVE_SECONDS = 600
export const MAX_WAVE_BYTES = 12 * 1024 * 1024

export type WaveformOption = boolean | 'cross-origin'

/**
 * Whether a clip's bytes may be read to draw it: those of the page's own origin, unless the page says that other hosts
 * let it. One that does not would be fetched in vain, with an error in the console that no code can hold back.
 */
export function canDraw(option: WaveformOption, src: string | undefined, seconds: number | undefined): boolean {
  if (option === false || src === undefined || seconds === undefined || seconds > MAX_WAVE_SECONDS) return false
  if (typeof OfflineAudioContext === 'undefined' || savesData() || !URL.canParse(src, document.baseURI)) return false
  const { origin, protocol } = new URL(src, document.baseURI)
  return option === 'cross-origin' || origin === location.origin || protocol === 'data:' || protocol === 'blob:'
}

/** The person has asked the browser to load less. */
function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection')
  return isObject(connection) && connection['saveData'] === true
}
