import { createFalClient } from '@fal-ai/client'
import { creation, sleep, statusUrl } from './requests.mjs'

export const name = '@fal-ai/client queue, every 500 ms'

const APP = 'audiopod/speech'

/** Its own submission, polling, interval and retries, all at their defaults; where it gives up, the app begins again. */
export function start({ fetch, jobs, onReady, onGivenUp }) {
  const { queue } = createFalClient({ fetch: asQueue(fetch), credentials: '' })
  const persistently = async (run) => {
    for (;;) {
      try {
        return await run()
      } catch (error) {
        if (error.status !== 429) throw error
        onGivenUp()
        await sleep(1000)
      }
    }
  }
  const speak = async (i) => {
    const { request_id: requestId } = await persistently(() => queue.submit(APP, { input: { i } }))
    // Its `subscribe` then asks for the result, which AudioPod's last status holds already: that request is spared.
    await persistently(() => queue.subscribeToStatus(APP, { requestId }))
  }
  for (let i = 0; i < jobs; i++) {
    void speak(i).then(onReady, (error) => {
      throw error
    })
  }
}

/** Takes fal's queue requests to AudioPod's, one for one. */
function asQueue(fetch) {
  return async (url, { method, body, signal }) => {
    const status = /\/requests\/([^/]+)\/status/.exec(url)
    const answer = status
      ? await fetch(statusUrl(status[1]), { signal })
      : await fetch(...withSignal(creation(JSON.parse(body).i), signal))
    if (!answer.ok) return answer
    const job = await answer.json()
    if (method === 'POST') return Response.json({ request_id: String(job.job_id), status: 'IN_QUEUE' })
    return Response.json({ status: queueStatuses[job.status.toLowerCase()] ?? 'COMPLETED' })
  }
}

const withSignal = ([url, init], signal) => [url, { ...init, signal }]

const queueStatuses = { pending: 'IN_QUEUE', processing: 'IN_PROGRESS' }
