import type { MediaFailure } from './mediaFailure.js'

export type AudioPhase =
  | 'empty'
  | 'loading'
  | 'ready'
  | 'playing'
  /** Should be playing, and waits for data. */
  | 'buffering'
  | 'ended'
  /** The link has expired and a fresh one is on its way. */
  | 'renewing'
  | 'failed'

export interface AudioSigns {
  hasSource: boolean
  failure: MediaFailure | undefined
  isRenewing: boolean
  /** The element's own properties of these names. */
  paused: boolean
  ended: boolean
  readyState: number
  networkState: number
}

// Of HTMLMediaElement, which does not exist on a server.
const HAVE_NOTHING = 0
const HAVE_FUTURE_DATA = 3
const NETWORK_LOADING = 2

/** What the player shows, from what its element says. */
export function audioPhase(signs: AudioSigns): AudioPhase {
  if (!signs.hasSource) return 'empty'
  if (signs.isRenewing) return 'renewing'
  if (signs.failure) return 'failed'
  if (signs.ended) return 'ended'
  if (!signs.paused) return signs.readyState >= HAVE_FUTURE_DATA ? 'playing' : 'buffering'
  // Phones may put off loading until the first press; then nothing is under way and the button works.
  if (signs.readyState === HAVE_NOTHING && signs.networkState === NETWORK_LOADING) return 'loading'
  return 'ready'
}
