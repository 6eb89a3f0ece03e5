/** `expired`: the link is no good any more; `unplayable`: the audio came, and this browser cannot play it. */
export type MediaFailure = 'expired' | 'unplayable' | 'offline'

// MediaError's codes; the class itself does not exist on a server.
const ABORTED = 1
const DECODE = 3

const TYPES: Readonly<Record<string, string>> = { mp3: 'audio/mpeg', wav: 'audio/wav', ogg: 'audio/ogg' }

export interface MediaSurroundings {
  fetch: typeof globalThis.fetch
  onLine: boolean
  /** `HTMLMediaElement.canPlayType`. */
  canPlayType: (type: string) => string
}

/**
 * What is behind an `<audio>` element's error. A refused link and an unknown format are the same code (4) to
 * a browser, so the link is asked again: what can be fetched cannot have expired.
 */
export async function mediaFailure(
  code: number | undefined,
  src: string,
  { fetch, onLine, canPlayType }: MediaSurroundings,
): Promise<MediaFailure | undefined> {
  if (code === ABORTED) return undefined
  if (code === DECODE || !/^https?:/i.test(src)) return 'unplayable'
  const type = TYPES[/\.(\w+)(?:[?#]|$)/.exec(src)?.[1]?.toLowerCase() ?? '']
  if (type !== undefined && canPlayType(type) === '') return 'unplayable'
  if (!onLine) return 'offline'
  // Only the answer's head is wanted; aborting spares the body.
  const stop = new AbortController()
  try {
    const { ok } = await fetch(src, { signal: stop.signal, referrerPolicy: 'no-referrer' })
    return ok ? 'unplayable' : 'expired'
  } catch {
    // Another origin that does not let pages read its answers, or no connection: a fresh link is the best try.
    return 'expired'
  } finally {
    stop.abort()
  }
}

/** Whether two links lead to the same file, signed at different times. */
export function sameFile(a: string, b: string): boolean {
  return a.split(/[?#]/, 1)[0] === b.split(/[?#]/, 1)[0]
}
