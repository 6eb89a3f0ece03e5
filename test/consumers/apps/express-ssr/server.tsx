import { createAudioPodProxy, permissions, toNodeListener } from 'audiopod-react/server'
import express from 'express'
import { renderToString } from 'react-dom/server'
import { App } from './App'

const proxy = createAudioPodProxy({
  baseUrl: process.env['UPSTREAM'],
  authorize: async (request) => {
    const user = /(?:^|; )session=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1]
    return user === undefined ? null : { userId: user, allow: [...permissions] }
  },
})

const app = express()
app.use('/api/audiopod', toNodeListener(proxy))
app.use('/files', express.static('files'))
app.get('/', async (request, response) => {
  const headers = new Headers({ cookie: request.headers.cookie ?? '' })
  const initialData = await proxy.prefetch(headers, ['credits.get', 'apiKeys.list'])
  const html = renderToString(<App initialData={initialData} />)
  // Within a script, "<" could end it.
  const data = JSON.stringify(initialData).replaceAll('<', '\\u003c')
  response.set('Content-Security-Policy', "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src *; connect-src *")
  response.send(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Consumer</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/files/client.css"></head>
<body><div id="root">${html}</div><script id="data" type="application/json">${data}</script>
<script type="module" src="/files/client.js"></script></body></html>`)
})
app.listen(Number(process.env['PORT']), 'localhost')
