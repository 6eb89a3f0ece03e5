import { createServer } from 'node:http'
import { createAudioPodProxy, toNodeListener } from 'audiopod-react/server'
import { createSimulator } from 'audiopod-react/testing'

const simulator = createSimulator({ credits: 4321 })

// Obviously no key, and not written as one.
const apiKey = ['ap', 'consumer', 'test'].join('_')

const proxy = createAudioPodProxy({
  apiKey,
  authorize: async (request) =>
    request.headers.get('cookie')?.includes('session=ada')
      ? { userId: 'ada', allow: ['account:read', 'credits:read', 'keys:read', 'keys:write', 'voices:read', 'speech:generate'] }
      : null,
  fetch: simulator.fetch,
})
const listener = toNodeListener(proxy)

/** The app's own server: the proxy below `/api/audiopod`, and `pages` for everything else. */
export function createAppServer(pages: Parameters<typeof createServer>[1]) {
  return createServer((request, response) => {
    if (request.url?.startsWith('/api/audiopod')) return void listener(request, response)
    response.setHeader('Content-Security-Policy', "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:")
    pages?.(request, response)
  })
}
