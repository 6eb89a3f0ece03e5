// @ts-check
/** The demo's server: the page, a session, and the proxy in front of AudioPod or of the simulator. */
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { toNodeListener } from 'audiopod-react/server'
import { listen } from './listen.mjs'
import { readPage, securityHeaders } from './page.mjs'
import { createProxy } from './proxy.mjs'
import { jobOptions, provocations } from './provocations.mjs'
import { createSessions } from './sessions.mjs'
import { startSimulatorServer } from './simulator-server.mjs'
import { synthesize } from './speak.mjs'
import { users } from './users.mjs'

const MAX_BODY_BYTES = 1024

/**
 * @typedef {import('node:http').IncomingMessage} IncomingMessage
 * @typedef {import('node:http').ServerResponse} ServerResponse
 *
 * @typedef {object} DemoOptions
 * @property {number} [port] the first to try; 0, the default, is any free one
 * @property {string | undefined} [apiKey] of a real account; without it there is a simulated one
 * @property {string | undefined} [baseUrl] another address of the real API
 * @property {import('audiopod-react/testing').SimulatorOptions} [simulator] the simulated account
 * @property {(line: string) => void} [log]
 *
 * @typedef {object} Demo
 * @property {string} url
 * @property {import('audiopod-react/testing').Simulator | undefined} simulator
 * @property {() => Promise<void>} close
 */

/**
 * @param {DemoOptions} [options]
 * @returns {Promise<Demo>}
 */
export async function startDemo({ port = 0, apiKey, baseUrl, simulator: account = {}, log = () => {} } = {}) {
  const mood = {}
  // Never printed, never sent to the browser: as little known as a real one.
  const simulatedKey = account.apiKey ?? `ap_${randomBytes(24).toString('hex')}`
  const upstream =
    apiKey === undefined
      ? await startSimulatorServer({ synthesize, ...account, ...jobOptions(mood, account), apiKey: simulatedKey })
      : undefined
  const sessions = createSessions()
  const proxy = toNodeListener(
    createProxy({ sessions, apiKey: apiKey ?? simulatedKey, baseUrl: upstream?.url ?? baseUrl, log }),
  )
  const page = readPage(fileURLToPath(new URL('dist', import.meta.url)))
  const headers = Object.entries(securityHeaders(upstream?.url ?? 'https:'))

  const server = await listen(
    (request, response) => {
      for (const [name, value] of headers) response.setHeader(name, value)
      answer(request, response).catch(() => response.headersSent ? response.destroy() : send(response, 500))
    },
    port,
    (taken) => log(`Port ${taken} is taken.`),
  )

  /** @param {IncomingMessage} request @param {ServerResponse} response */
  async function answer(request, response) {
    // A foreign name that leads to this machine (DNS rebinding) would make its page one of ours.
    if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')) return send(response, 421)
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    if (path.startsWith('/api/audiopod/')) return proxy(request, response)
    if (request.method === 'POST') return post(path, request, response)
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405)

    const user = sessions.read(request.headers.cookie)
    if (path === '/demo/session') return send(response, 200, session(user))
    const file = page.get(path)
    if (!file) return send(response, 404)
    // Who comes for the first time is Ada; an app of yours would ask who they are.
    if (path === '/' && user === undefined) response.setHeader('Set-Cookie', sessions.write('user-ada'))
    response.writeHead(200, file.headers).end(request.method === 'GET' ? file.body : undefined)
  }

  /** @param {ReturnType<typeof sessions.read>} user */
  function session(user) {
    const shown = (/** @type {import('./users.mjs').User} */ { id, name, role }) => ({ id, name, role })
    return {
      user: user ? shown(user) : null,
      users: users.map(shown),
      upstream: upstream ? 'simulator' : 'audiopod',
      provocations: upstream ? Object.entries(provocations).map(([id, { label }]) => ({ id, label })) : [],
    }
  }

  /** @param {string} path @param {IncomingMessage} request @param {ServerResponse} response */
  async function post(path, request, response) {
    if (!isFromThisPage(request)) return send(response, 403)
    const body = await readJson(request)
    if (body === undefined) return send(response, 400)
    if (path === '/demo/sign-in') {
      const user = users.find(({ id }) => id === body['userId'])
      if (!user && body['userId'] !== null) return send(response, 400)
      response.setHeader('Set-Cookie', sessions.write(user?.id ?? null))
      return send(response, 200, session(user ?? null))
    }
    const provocation = Object.entries(provocations).find(([id]) => id === body['id'])?.[1]
    if (path !== '/demo/provoke' || !upstream) return send(response, 404)
    if (!provocation) return send(response, 400)
    provocation.run(upstream.simulator, mood)
    send(response, 204)
  }

  return {
    url: `http://localhost:${server.port}`,
    simulator: upstream?.simulator,
    close: async () => void (await Promise.all([server.close(), upstream?.close()])),
  }
}

/**
 * The browser's own words, which another site's page cannot change; and JSON, which it cannot send unasked.
 * @param {IncomingMessage} request
 */
function isFromThisPage({ headers }) {
  const isOwn = headers.origin === `http://${headers.host}` && (headers['sec-fetch-site'] ?? 'same-origin') === 'same-origin'
  return isOwn && headers['content-type'] === 'application/json'
}

/**
 * @param {IncomingMessage} request
 * @returns {Promise<Record<string, unknown> | undefined>}
 */
async function readJson(request) {
  let text = ''
  for await (const chunk of request) {
    text += chunk
    if (text.length > MAX_BODY_BYTES) return undefined
  }
  try {
    const body = JSON.parse(text)
    return typeof body === 'object' && body !== null ? body : undefined
  } catch {
    return undefined
  }
}

/** @param {ServerResponse} response @param {number} status @param {unknown} [body] */
function send(response, status, body) {
  if (body === undefined) return void response.writeHead(status, { 'Cache-Control': 'no-store' }).end()
  response.writeHead(status, { 'Cache-Control': 'no-store', 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}
