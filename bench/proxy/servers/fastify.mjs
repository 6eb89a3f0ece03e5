import httpProxy from '@fastify/http-proxy'
import Fastify from 'fastify'
import { key, listen, upstream } from './listen.mjs'

const app = Fastify()
await app.register(httpProxy, {
  upstream,
  prefix: '/api/audiopod',
  rewritePrefix: '/api/v1',
  undici: { connections: 256, pipelining: 1 },
  replyOptions: { rewriteRequestHeaders: (_, headers) => ({ ...headers, authorization: `Bearer ${key}` }) },
})
await app.ready()
listen(app.server)
