import type { SpeechJob } from './types.js'

/** What one client learns, request by request, of whether the endpoint has a route for audio that a player can use. */
export interface AudioRoute {
  /** Notes what a request carries, and gives it back. */
  sent(headers: Record<string, string>): Record<string, string>
  answered(answer: { status: number; headers: Headers }): void
  sourceOf(job: SpeechJob): string | undefined
  /** Of the times of its words. */
  timestampsOf(job: SpeechJob): string | undefined
}

const OURS = /^(?:accept|content-type|idempotency-key)$/i

/**
 * An `<audio>` element sends cookies to its own origin and nothing else. So the route is used where the last request carried no
 * header of the app's (it may be what signs the user in), on the page's own origin, and once `createAudioPodProxy` has
 * named itself in an answer.
 */
export function createAudioRoute(endpoint: string, credentials: RequestCredentials): AudioRoute {
  let isOurs = false
  let isPlain = false

  function fileOf({ id, status }: SpeechJob, link: string | undefined, file: 'audio' | 'timestamps') {
    if (status !== 'completed' || link === undefined) return link
    const isReached = isOurs && isPlain && credentials !== 'omit' && isOwnOrigin(endpoint)
    return isReached ? `${endpoint}/voice/tts-jobs/${encodeURIComponent(id)}/${file}` : link
  }

  return {
    sent(headers) {
      isPlain = Object.keys(headers).every((name) => OURS.test(name))
      return headers
    },
    answered({ status, headers }) {
      if (headers.has('x-audiopod-proxy')) isOurs = true
      // A gateway's page before it, in an hour of need, does not mean that it has gone.
      else if (status < 400) isOurs = false
    },
    sourceOf: (job) => fileOf(job, job.audioUrl, 'audio'),
    timestampsOf: (job) => fileOf(job, job.timestampsUrl, 'timestamps'),
  }
}

function isOwnOrigin(endpoint: string): boolean {
  if (typeof location === 'undefined' || !URL.canParse(endpoint, location.href)) return false
  return new URL(endpoint, location.href).origin === location.origin
}
