// @ts-check
/**
 * What a clip costs the proxy while it streams through: memory above rest, by the clip's length and by how many come at
 * once. Constant means that a clip of 100 MB takes no more than one of 10. `node bench/proxy/stream.mjs`, after a build.
 *
 * One program in three processes, so that the figures are the proxy's alone: started with a role it is that role.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer, get } from 'node:http'
import { fileURLToPath } from 'node:url'

const MB = 1024 * 1024
const KEY = 'ap_FAKEfakeFAKEfakeFAKE0001'
/** As many as one user may have at a time. */
const MOST = 16
const PIECE = Buffer.alloc(64 * 1024, 7)
const [role, upstreamUrl = ''] = process.argv.slice(2)

if (role === 'upstream') await upstream()
else if (role === 'proxy') await proxy()
else await measure()

/** Jobs that are done; the id of each is the length of its clip in MB. */
async function upstream() {
  const url = await listen((request, response) => {
    const [, job] = /tts-jobs\/(\d+)\/status$/.exec(request.url ?? '') ?? []
    if (job) {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ id: Number(job), status: 'completed', output_url: `${url}/clips/${job}.mp3` }))
      return
    }
    let left = Number(/clips\/(\d+)\.mp3/.exec(request.url ?? '')?.[1]) * MB
    response.writeHead(200, { 'content-type': 'audio/mpeg', 'content-length': left })
    const more = () => {
      while (left > 0 && !response.destroyed) {
        left -= PIECE.length
        if (!response.write(PIECE)) return void response.once('drain', more)
      }
      response.end()
    }
    more()
  })
  process.send?.({ url })
}

async function proxy() {
  const { createAudioPodProxy, toNodeListener } = await import('../../dist/server.node.js')
  const { createJobIds } = await import('../../dist/server/seal.js')
  const ids = createJobIds([KEY])
  const handle = createAudioPodProxy({
    apiKey: KEY,
    baseUrl: upstreamUrl,
    limits: { perUser: false },
    authorize: () => ({ userId: 'alice', allow: ['speech:generate'] }),
  })
  const url = await listen(toNodeListener(handle))
  let peak = 0
  setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 5).unref()
  process.on('message', async (/** @type {{ seal?: string }} */ { seal }) => {
    if (seal !== undefined) return void process.send?.({ sealed: await ids.seal('alice', seal) })
    globalThis.gc?.()
    process.send?.({ peak, rss: process.memoryUsage().rss })
    peak = 0
  })
  process.send?.({ url })
}

async function measure() {
  const { print } = await import('../support/print.mjs')
  const self = fileURLToPath(import.meta.url)
  const source = fork(self, ['upstream'])
  const [{ url: sourceUrl }] = await once(source, 'message')
  const child = fork(self, ['proxy', sourceUrl], { execArgv: ['--expose-gc'] })
  process.once('exit', () => {
    source.kill()
    child.kill()
  })
  const [{ url }] = await once(child, 'message')
  const tell = async (/** @type {object} */ message) => {
    child.send(message)
    return (await once(child, 'message'))[0]
  }
  /** Reads a clip to its end; `pause` ms after each piece. */
  const read = (/** @type {string} */ sealed, pause = 0) =>
    new Promise((resolve, reject) => {
      const request = get(`${url}/api/audiopod/voice/tts-jobs/${sealed}/audio`, async (response) => {
        let bytes = 0
        try {
          for await (const chunk of response) {
            bytes += chunk.length
            if (pause) await new Promise((wake) => setTimeout(wake, pause))
          }
          resolve(bytes)
        } catch (error) {
          reject(error)
        }
      })
      request.on('error', reject)
    })

  const rows = []
  const cases = [
    { megabytes: 10, atOnce: 1, pause: 0 },
    { megabytes: 100, atOnce: 1, pause: 0 },
    { megabytes: 10, atOnce: MOST, pause: 0 },
    { megabytes: 100, atOnce: MOST, pause: 0 },
    { megabytes: 10, atOnce: MOST, pause: 10 },
  ]
  // Until all of it is compiled, and the heap has its size.
  const { sealed: warm } = await tell({ seal: '10' })
  for (let i = 0; i < 5; i++) await Promise.all(Array.from({ length: MOST }, () => read(warm)))
  for (const { megabytes, atOnce, pause } of cases) {
    const { sealed } = await tell({ seal: String(megabytes) })
    const before = (await tell({})).rss
    const started = performance.now()
    const sizes = await Promise.all(Array.from({ length: atOnce }, () => read(sealed, pause)))
    const seconds = (performance.now() - started) / 1000
    const { peak } = await tell({})
    if (sizes.some((size) => size !== megabytes * MB)) throw new Error('A clip did not come whole.')
    rows.push({
      'MB a clip': megabytes,
      'at once': atOnce,
      'read slowly': pause > 0 ? 'yes' : 'no',
      'MB in all': megabytes * atOnce,
      'peak RSS above rest, MB': (Math.max(0, peak - before) / MB).toFixed(1),
      'MB/s': Math.round((megabytes * atOnce) / seconds),
    })
  }
  print('A clip through the proxy', rows)
  source.kill()
  child.kill()
}

/** @param {import('node:http').RequestListener} listener */
async function listen(listener) {
  const server = createServer(listener)
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return `http://127.0.0.1:${address.port}`
}
