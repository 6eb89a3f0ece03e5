// @ts-check
import { createAudioPodProxy } from 'audiopod-react/server'

/**
 * All that stands between the browser and the account's key.
 *
 * @param {object} options
 * @param {import('./sessions.mjs').Sessions} options.sessions
 * @param {string} options.apiKey yours: `process.env.AUDIOPOD_API_KEY`, which is the default
 * @param {string | undefined} options.baseUrl the simulator's; yours: leave it out
 * @param {(line: string) => void} options.log
 */
export function createProxy({ sessions, apiKey, baseUrl, log }) {
  return createAudioPodProxy({
    apiKey,
    baseUrl,
    basePath: '/api/audiopod',
    // Asked at every request. What is not in `allow` is refused.
    authorize: (request) => {
      const user = sessions.read(request.headers.get('cookie'))
      return user ? { userId: user.id, allow: user.allow } : null
    },
    // What went wrong here or at AudioPod, in more words than the browser is told.
    onEvent: ({ operation, status = 0, error }) => {
      if (error && status >= 500) log(`${operation ?? 'proxy'}: ${status} ${error.code}: ${error.message}`)
    },
  })
}
