import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { proxy } from 'hono/proxy'
import { key, listen, upstream } from './listen.mjs'

const app = new Hono()
app.all('/api/audiopod/*', (c) =>
  proxy(`${upstream}/api/v1${c.req.path.slice('/api/audiopod'.length)}`, {
    headers: { ...c.req.header(), authorization: `Bearer ${key}` },
  }),
)
listen(/** @type {import('node:http').Server} */ (createAdaptorServer(app)))
