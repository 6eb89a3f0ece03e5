import { speechCreate, speechGet } from '../../api/index.js'
import { systemClock } from '../../schedule/index.js'
import type { Connection } from '../connection.js'
import { createJobPoller } from '../jobPoller.js'
import { toSpeechJob } from '../speech.js'
import { withInput } from '../encodeRequest.js'
import type { AudioPodClient } from '../types.js'
import { pageVisibility } from '../visibility.js'
import { rateLimitOf } from './rateLimit.js'

export function speechOf(connection: Connection): AudioPodClient['speech'] {
  return connection.noun('speech', ({ request, engine }) => {
    const speech: AudioPodClient['speech'] = {
      async create(input, call) {
        const wanted = { ...input }
        return toSpeechJob(await request(speechCreate, withInput(wanted), call, (kept) => speech.create(wanted, kept)))
      },
      get: async (jobId, call) => toSpeechJob(await request(speechGet, withInput({ jobId }), call)),
      audioSource(job) {
        const known = engine()
        return known ? known.audioRoute.sourceOf(job) : job.audioUrl
      },
      timestampsSource(job) {
        const known = engine()
        return known ? known.audioRoute.timestampsOf(job) : job.timestampsUrl
      },
      wait: (job, call) => poller.wait(typeof job === 'object' ? job : { id: String(job), status: 'pending' }, call),
      async generate(input, { onProgress, deadline, idempotencyKey, ...call } = {}) {
        const accepted = await speech.create(input, { ...call, idempotencyKey })
        onProgress?.(accepted)
        return speech.wait(accepted, { ...call, onProgress, deadline })
      },
    }
    const poller = createJobPoller({
      get: (jobId, call) => speech.get(jobId, call),
      clock: systemClock,
      rateLimit: rateLimitOf(connection),
      visibility: pageVisibility,
    })
    return speech
  })
}
