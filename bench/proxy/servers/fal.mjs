import { createRouteHandler } from '@fal-ai/server-proxy/hono'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { key, listen, upstream } from './listen.mjs'

const app = new Hono()
app.all(
  '*',
  createRouteHandler({
    isAuthenticated: async () => true,
    allowedUrlPatterns: [`${new URL(upstream).host}/**`],
    allowedEndpoints: ['**'],
    resolveFalAuth: async () => `Bearer ${key}`,
  }),
)
listen(/** @type {import('node:http').Server} */ (createAdaptorServer(app)))
