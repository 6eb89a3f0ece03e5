// @ts-check
import { createAudioPodProxy, permissions, toNodeListener } from '../../../dist/server.node.js'
import { key, listen, upstream } from './listen.mjs'

// Every check on. The user's limit counts, and lets the load through.
const proxy = createAudioPodProxy({
  apiKey: key,
  baseUrl: upstream,
  basePath: '/api/audiopod',
  limits: { perUser: { requests: 1e12, perSeconds: 60 } },
  authorize: (request) => {
    const userId = request.headers.get('cookie')?.match(/session=(\w+)/)?.[1]
    return userId ? { userId, allow: [...permissions] } : null
  },
})
listen(toNodeListener(proxy))
