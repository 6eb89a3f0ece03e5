// @ts-check
import { Pool } from 'undici'
import { key, listen, upstream } from './listen.mjs'

// As little as a proxy can do on undici: no check, the key added, the answer piped.
const pool = new Pool(upstream, { connections: 256, pipelining: 1 })

listen((req, res) => {
  pool
    .request({
      method: /** @type {import('undici').Dispatcher.HttpMethod} */ (req.method),
      path: `/api/v1${req.url?.slice('/api/audiopod'.length)}`,
      headers: { authorization: `Bearer ${key}`, accept: 'application/json' },
    })
    .then(({ statusCode, headers, body }) => {
      res.writeHead(statusCode, headers)
      body.pipe(res)
    })
    .catch(() => res.writeHead(502).end())
})
