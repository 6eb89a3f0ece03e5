import { request } from 'node:http'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Demo, DemoOptions } from '../../demo/startDemo.mjs'
import { ensureBuilt } from '../../demo/ensureBuilt.mjs'

const KEY = 'ap_demo_test_0123456789abcdef'

let demo: Demo
let logged: string[]

beforeAll(() => ensureBuilt())

afterEach(() => demo.close())

async function start(options: DemoOptions = {}): Promise<void> {
  const { startDemo } = await import('../../demo/startDemo.mjs')
  logged = []
  demo = await startDemo({ simulator: { apiKey: KEY }, log: (line) => logged.push(line), ...options })
}

describe('the session', () => {
  test('is a cookie that no script can read, and one who comes first is Ada', async () => {
    await start()

    const [cookie = ''] = (await fetch(demo.url)).headers.getSetCookie()

    expect(cookie).toContain('; HttpOnly; SameSite=Lax')
    expect(await get('/demo/session', nameAndValue(cookie))).toMatchObject({ user: { name: 'Ada' } })
  })

  test('decides what the proxy lets through', async () => {
    await start()

    const ben = await signIn('user-ben')
    const nobody = await signIn(null)

    expect((await fetch(`${demo.url}/api/audiopod/credits`, ben)).status).toBe(200)
    expect((await fetch(`${demo.url}/api/audiopod/auth/api-keys`, ben)).status).toBe(403)
    expect((await fetch(`${demo.url}/api/audiopod/credits`, nobody)).status).toBe(401)
    expect((await fetch(`${demo.url}/api/audiopod/credits`)).status).toBe(401)
  })

  test('is worth nothing once it was changed', async () => {
    await start()
    const { headers } = await signIn('user-ben')
    const [payload = '', signature = ''] = headers.Cookie.slice('demo_session='.length).split('.')
    const ada = Buffer.from(payload, 'base64url').toString().replace('user-ben', 'user-ada')
    const forged = `demo_session=${Buffer.from(ada).toString('base64url')}.${signature}`

    expect(await get('/demo/session', forged)).toMatchObject({ user: null })
  })

  test.each([
    ['from another site', { Origin: 'https://evil.example' }],
    ['with another site behind it', { 'Sec-Fetch-Site': 'cross-site' }],
    ['as a form', { 'Content-Type': 'text/plain' }],
  ])('is not changed %s', async (_, headers) => {
    await start()

    const answer = await post('/demo/sign-in', { userId: 'user-ada' }, headers)

    expect(answer.status).toBe(403)
    expect(answer.headers.getSetCookie()).toEqual([])
  })
})

describe('the server', () => {
  test('answers to no other name, so that no other site can become this one', async () => {
    await start()
    const { port } = new URL(demo.url)

    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)
    expect(await statusFor('evil.example', Number(port))).toBe(421)
  })

  test('allows scripts and styles of its own alone, and audio from the account', async () => {
    await start()

    const policy = (await fetch(demo.url)).headers.get('content-security-policy')

    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';")
    expect(policy).toMatch(/media-src 'self' http:\/\/127\.0\.0\.1:\d+;/)
  })

  test('gives no file from beside the page', async () => {
    await start()

    for (const path of ['/startDemo.mjs', '/../startDemo.mjs', '/%2e%2e/startDemo.mjs', '/src/App.tsx', '/index.html']) {
      expect((await fetch(demo.url + path)).status).toBe(404)
    }
  })

  test('provokes the simulated account, and tells the operator of what went wrong', async () => {
    await start()
    const provoke = async (id: string) => (await post('/demo/provoke', { id })).status

    expect(await provoke('out-of-credits')).toBe(204)
    expect(demo.simulator?.state.credits).toMatchObject({ subscription: 0, payAsYouGo: 0 })
    expect(await provoke('reset')).toBe(204)
    expect(demo.simulator?.state.credits.subscription).toBeGreaterThan(0)
    expect(await provoke('no-such-thing')).toBe(400)

    await provoke('bad-gateway')
    const { headers } = await signIn('user-ada')
    await fetch(`${demo.url}/api/audiopod/voice/voices/aura/generate`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ input_text: 'Hello' }),
    })
    expect(logged).toEqual([expect.stringContaining('speech.create')])
    expect(logged.join()).not.toContain(KEY)
  })
})

describe('with a key of a real account', () => {
  test('goes to the real API, and nothing can be provoked', async () => {
    await start()
    const standIn = demo
    const { startDemo } = await import('../../demo/startDemo.mjs')
    try {
      demo = await startDemo({ apiKey: KEY, baseUrl: await upstreamOf(standIn) })

      expect(demo.simulator).toBeUndefined()
      expect(await get('/demo/session')).toMatchObject({ upstream: 'audiopod', provocations: [] })
      expect((await post('/demo/provoke', { id: 'out-of-credits' })).status).toBe(404)
      expect((await fetch(`${demo.url}/api/audiopod/credits`, await signIn('user-ada'))).status).toBe(200)
      expect((await fetch(demo.url)).headers.get('content-security-policy')).toContain("media-src 'self' https:;")
    } finally {
      await standIn.close()
    }
  })
})

const nameAndValue = (cookie: string) => cookie.split(';', 1)[0] ?? ''

async function get(path: string, cookie = ''): Promise<unknown> {
  return (await fetch(demo.url + path, { headers: { Cookie: cookie } })).json()
}

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(demo.url + path, {
    method: 'POST',
    headers: { Origin: demo.url, 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

async function signIn(userId: string | null): Promise<{ headers: { Cookie: string } }> {
  const [cookie = ''] = (await post('/demo/sign-in', { userId })).headers.getSetCookie()
  return { headers: { Cookie: nameAndValue(cookie) } }
}

/** `fetch` would not send another `Host`. */
function statusFor(host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, headers: { Host: host } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .once('error', reject)
      .end()
  })
}

/** Where a simulated account is served: its page may play audio from there. */
async function upstreamOf({ url }: Demo): Promise<string> {
  const policy = (await fetch(url)).headers.get('content-security-policy') ?? ''
  return /media-src 'self' ([^;]+)/.exec(policy)?.[1] ?? ''
}
