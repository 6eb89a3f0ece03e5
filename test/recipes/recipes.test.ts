import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { serveRequests } from '../../demo/serveRequests.mjs'
import { createAudioPodClient } from '../../src/client/index.js'
import { createSimulator, type Simulator } from '../../src/testing.js'
import { exchange, head } from '../frameworks/support/raw.js'
import { KEY, type Running, startProcess } from '../frameworks/support/serve.js'
import { freePort } from '../support/freePort.js'
import { recipe } from '../support/recipe.js'

// Debian keeps nginx where only root looks.
const path = `${process.env['PATH']}:/usr/sbin`
const has = (program: string, option: string) => spawnSync(program, [option], { env: { ...process.env, PATH: path } }).status === 0

/** nginx as the page has it, with `/session` for the app's own. */
async function startNginx(upstream: string, folder: string): Promise<Running> {
  const port = await freePort()
  const location = recipe('nginx.md', 'location').replace('https://api.audiopod.ai', upstream)
  mkdirSync(join(folder, 'logs'))
  writeFileSync(join(folder, 'audiopod-key.conf'), `proxy_set_header Authorization "Bearer ${KEY}";`)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${folder}/${one};`)
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; error_log stderr; events {}
    http {
      access_log off; ${temporary.join(' ')}
      ${recipe('nginx.md', 'map')}
      server {
        listen 127.0.0.1:${port};
        location = /session { internal; if ($cookie_session = "") { return 401; } return 204; }
        ${location}
      }
    }`,
  )
  const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr']
  return startProcess('nginx', () => args, { cwd: folder, env: { PATH: path }, port, signal: 'SIGTERM' })
}

/** The page's own file, with a `session.py` for the app's. */
function startPython(upstream: string, folder: string): Promise<Running> {
  writeFileSync(join(folder, 'audiopod_proxy.py'), recipe('python.md', 'proxy'))
  writeFileSync(join(folder, 'session.py'), 'def user_of(headers):\n    return "ada" if "session=" in (headers.get("Cookie") or "") else None\n')
  return startProcess('python3', () => ['-B', 'audiopod_proxy.py'], { cwd: folder, env: { AUDIOPOD_BASE_URL: upstream } })
}

const proxies: [string, boolean, typeof startNginx][] = [
  ['nginx', has('nginx', '-v'), startNginx],
  ['Python', has('python3', '--version'), startPython],
]

test('no recipe for a framework is longer than forty lines', () => {
  const names = ['node-http', 'express', 'express-parsed', 'fastify', 'hono', 'next', 'workers']
  expect(names.map((name) => recipe('frameworks.md', name).split('\n').length).filter((lines) => lines > 40)).toEqual([])
})

for (const [name, isThere, start] of proxies) {
  describe.runIf(isThere)(`The recipe for ${name}`, () => {
    const asked: Request[] = []
    let folder: string
    let simulator: Simulator
    let upstream: Awaited<ReturnType<typeof serveRequests>>
    let proxy: Running
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'audiopod-react-recipe-'))
      simulator = createSimulator({ credits: 500, jobSeconds: 0 })
      upstream = await serveRequests((request) => {
        asked.push(request)
        return simulator.handle(request)
      })
      proxy = await start(upstream.url, folder)
    })
    afterAll(async () => {
      await proxy?.close()
      await upstream?.close()
      rmSync(folder, { recursive: true, force: true })
    })
    beforeEach(() => {
      asked.length = 0
      simulator.reset()
    })

    const origin = () => `http://127.0.0.1:${proxy.port}`
    const client = (options = {}) =>
      createAudioPodClient({
        endpoint: `${origin()}/api/audiopod`,
        fetch: (input, init) => {
          const request = new Request(input, init)
          request.headers.set('cookie', 'session=ada')
          return fetch(request)
        },
        ...options,
      })
    const generate = (headers: Record<string, string>) =>
      fetch(`${origin()}/api/audiopod/voice/voices/aura/generate`, {
        method: 'POST',
        headers: { cookie: 'session=ada', 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: 'input_text=x',
      })

    test('serves the client: credits, keys, and speech that is paid for once', async () => {
      const before = await client().credits.get()
      expect(before.totalAvailable).toBe(500)
      expect(await client().apiKeys.list()).toEqual(expect.any(Array))
      const job = await client().speech.generate({ voiceId: 'aura', text: 'Hello there' })
      expect(job).toMatchObject({ status: 'completed', audioUrl: expect.stringMatching(/^https?:/) })
      expect((await client().credits.get()).totalAvailable).toBeLessThan(500)
      expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
    })

    test('lets a 429 and its wait through', async () => {
      simulator.fail('credits.get', { status: 429, headers: { 'Retry-After': '20' } })
      await expect(client({ maxRetries: 0 }).credits.get()).rejects.toMatchObject({ code: 'rate_limit_exceeded', retryAfter: 20 })
    })

    test('sends what costs credits once, whatever comes of it', async () => {
      simulator.fail('speech.create', { network: true, after: true })
      await expect(client().speech.create({ voiceId: 'aura', text: 'Hello' })).rejects.toMatchObject({ code: 'unknown_outcome' })
      expect(asked).toHaveLength(1)
    })

    test('takes the key upstream, and nothing that opens the app', async () => {
      await client({ headers: { 'X-API-Key': 'of-the-app' } }).credits.get()
      const headers = asked[0]?.headers
      expect(headers?.get('authorization')).toBe(`Bearer ${KEY}`)
      expect(headers?.get('cookie')).toBeNull()
      expect(headers?.get('x-api-key')).toBeNull()
    })

    test('lets no cache keep an answer', async () => {
      const response = await fetch(`${origin()}/api/audiopod/credits`, { headers: { cookie: 'session=ada' } })
      expect(response.headers.get('cache-control')).toBe('private, no-store')
      expect(await response.text()).not.toContain(KEY)
    })

    test('refuses who is not signed in', async () => {
      expect((await fetch(`${origin()}/api/audiopod/credits`)).status).toBe(401)
      expect((await generate({ cookie: '' })).status).toBe(401)
      expect(asked).toEqual([])
    })

    test.each(['cross-site', 'same-site'])('refuses a change that is %s', async (site) => {
      expect((await generate({ 'sec-fetch-site': site })).status).toBe(403)
      expect((await generate({ 'sec-fetch-site': 'same-origin' })).status).toBe(200)
      expect(asked).toHaveLength(1)
    })

    test.each([
      'GET /api/audiopod/auth/me', 'GET /api/audiopod/../admin', 'GET /api/audiopod/credits/../auth/me', 'GET /api/audiopod/%2e%2e/admin',
      'GET /api/audiopod/credits%2f..%2fauth%2fme', 'GET /api/audiopod/%252e%252e/admin', 'GET /api/audiopod/credits%0d%0aX-Injected:%201',
      'GET /api/audiopod/CREDITS', 'GET /api/audiopod/credits%0a', 'GET /api/audiopod/credits/', 'GET /api/audiopod/voice/voices/a%2fb/status', 'GET /api/audiopodx/credits', 'GET http://evil.example/api/audiopod/auth/me',
      'POST /api/audiopod/credits', 'POST /api/audiopod/auth/api-keys', 'DELETE /api/audiopod/auth/api-keys/1', 'TRACE /api/audiopod/credits',
    ])('refuses %s', async (target) => {
      const { status } = await exchange(proxy.port, head(`${target} HTTP/1.1`, ['Cookie: session=ada', 'Content-Length: 0']))
      expect(status).toBeGreaterThanOrEqual(400)
      expect(asked).toEqual([])
    })

    test('refuses a body that is too long', async () => {
      const headers = ['Cookie: session=ada', 'Content-Type: application/x-www-form-urlencoded', 'Content-Length: 300000']
      const { status } = await exchange(proxy.port, head('POST /api/audiopod/voice/voices/aura/generate HTTP/1.1', headers))
      expect(status).toBe(413)
      expect(asked).toEqual([])
    })
  })
}
