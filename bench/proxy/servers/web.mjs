import { createAdaptorServer } from '@hono/node-server'
import { createAudioPodProxy, permissions } from '../../../dist/server.node.js'
import { key, listen, upstream } from './listen.mjs'

// The same proxy as a web-standard handler, on Hono's adapter for Node.
const proxy = createAudioPodProxy({
  apiKey: key,
  baseUrl: upstream,
  limits: { perUser: { requests: 1e12, perSeconds: 60 } },
  authorize: (request) => {
    const userId = request.headers.get('cookie')?.match(/session=(\w+)/)?.[1]
    return userId ? { userId, allow: [...permissions] } : null
  },
})
listen(/** @type {import('node:http').Server} */ (createAdaptorServer({ fetch: proxy })))
