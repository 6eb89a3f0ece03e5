/** What a developer is told in the console, by pages in development before real servers. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AudioPodProxyOptions } from 'audiopod-react/server'
import { type Browser, chromium, type Page } from 'playwright-core'
import { createServer, type InlineConfig } from 'vite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ensureBuilt } from '../../demo/ensureBuilt.mjs'
import { serveRequests } from '../../demo/serveRequests.mjs'
import { chromiumLaunchOptions } from '../../scripts/chromium.mjs'
import { freePort } from '../support/freePort.js'
import { developmentPage, serveDevelopmentPage } from './support/serveDevelopmentPage.js'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** Shaped like a key, and obviously none. */
const KEY = ['ap', 'FAKEfakeFAKEfakeFAKE0009'].join('_')

let browser: Browser
beforeAll(async () => {
  await ensureBuilt()
  browser = await chromium.launch(await chromiumLaunchOptions())
})
afterAll(() => browser?.close())

const closing: (() => Promise<unknown>)[] = []
async function ended<T extends { close: () => Promise<unknown> }>(coming: Promise<T>): Promise<T> {
  const one = await coming
  closing.push(() => one.close())
  return one
}
afterAll(() => Promise.all(closing.map((close) => close())))

const html = (body: string, init?: ResponseInit) => new Response(`<!doctype html><title>Page</title>${body}`, { ...init, headers: { 'Content-Type': 'text/html', ...init?.headers } })

/** A whole and healthy account behind our own proxy. */
async function healthy(options: Partial<AudioPodProxyOptions> = {}) {
  const { createAudioPodProxy } = await import('audiopod-react/server')
  const { createSimulator } = await import('audiopod-react/testing')
  const { fetch } = createSimulator({ apiKey: KEY, credits: 4321, latency: 0 })
  return createAudioPodProxy({
    apiKey: KEY,
    authorize: async () => ({ userId: 'ada', allow: ['account:read', 'credits:read', 'keys:read', 'keys:write', 'voices:read', 'speech:generate'] }),
    fetch,
    ...options,
  })
}

/** The same account behind a proxy that is not ours, which adds the key and passes on what `hands` lets through. */
async function plainProxy(hands: (headers: Headers) => HeadersInit) {
  const { createSimulator } = await import('audiopod-react/testing')
  const { fetch } = createSimulator({ apiKey: KEY, credits: 4321, latency: 0 })
  return async (request: Request) => {
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: hands(new Headers()) })
    const { pathname, search } = new URL(request.url)
    const answer = await fetch(`https://api.audiopod.ai/api/v1${pathname.replace('/api/audiopod', '')}${search}`, {
      method: request.method,
      headers: { Authorization: `Bearer ${KEY}` },
    })
    const headers = new Headers(hands(answer.headers))
    headers.set('Content-Type', 'application/json')
    return new Response(await answer.text(), { status: answer.status, headers })
  }
}

interface Opened {
  page: Page
  /** All that the console said. */
  said: string[]
  /** What the kit said, with what it names of this run put into words. */
  advice: () => string[]
}

/** Opens a page whose clock is in the test's hand. */
async function open(url: string, names: Record<string, string> = {}): Promise<Opened> {
  const page = await browser.newPage({ locale: 'en-US' })
  closing.push(() => page.close())
  const said: string[] = []
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', ({ message }) => said.push(`thrown: ${message}`))
  await page.clock.install()
  await page.goto(url)
  const named = Object.entries({ ...names, [new URL(url).origin]: 'http://page' })
  const advice = () =>
    said.filter((text) => text.includes('[audiopod-react]')).map((text) => named.reduce((all, [value, name]) => all.replaceAll(value, name), text))
  return { page, said, advice }
}

/** Lets a minute pass for the page: repeats, and whatever else waits for its time. */
async function pass({ page }: Opened): Promise<void> {
  for (let second = 0; second < 60; second += 2) {
    await page.clock.runFor(2000)
    // Answers come in the time of the test.
    await page.evaluate(() => new Promise((resolve) => Object.assign(new Image(), { onload: resolve, onerror: resolve, src: 'data:,' })))
  }
}

async function advised(opened: Opened): Promise<string[]> {
  await expect.poll(() => opened.page.clock.runFor(500).then(opened.advice), { timeout: 20_000 }).not.toEqual([])
  await pass(opened)
  return opened.advice()
}

/** An app on Vite's dev server. */
async function serveByVite(config: InlineConfig): Promise<string> {
  vi.stubEnv('NODE_ENV', 'development')
  const server = await createServer({
    ...config,
    logLevel: 'error',
    cacheDir: mkdtempSync(join(tmpdir(), 'audiopod-react-vite-')),
    server: { ...config.server, host: '127.0.0.1', port: await freePort(), fs: { allow: [project] } },
    // Found late, each of these would load the page anew.
    optimizeDeps: {
      include: [
        'react',
        'react/jsx-runtime',
        'react/jsx-dev-runtime',
        'react-dom',
        'react-dom/client',
        'swr',
        'swr/infinite',
        'zustand',
        'zustand/vanilla',
        'zustand/react/shallow',
        'downshift',
      ],
    },
  })
  await ended(server.listen())
  return server.resolvedUrls?.local[0] ?? ''
}

/** That the kit said one thing, of which the docs have this section, in these words. */
async function expectAdvice(opened: Opened, section: string, ...words: string[]): Promise<void> {
  const told = await advised(opened)
  expect(told).toHaveLength(1)
  expect(told[0]).toMatch(new RegExp(`\nMore: audiopod-react/docs/troubleshooting\\.md#${section}$`))
  for (const each of words) expect(told[0]).toContain(each)
}

const rateHeaders = (headers: Headers) => [...headers].filter(([name]) => name.startsWith('x-ratelimit-'))

describe('nothing is said', () => {
  /** Of no interest here: what React and Chromium themselves say. */
  const ours = ({ said }: Opened) => said.filter((text) => !text.includes('React DevTools'))

  test('of a healthy app with our proxy', async () => {
    const { url } = await ended(serveDevelopmentPage(await healthy()))
    const opened = await open(url)
    await opened.page.getByText('4,321').first().waitFor()
    await pass(opened)
    expect(ours(opened)).toEqual([])
  })

  test('of our proxy on another origin that lets the page in', async () => {
    const allowedOrigins: string[] = []
    const page = await ended(serveDevelopmentPage(() => new Response(null, { status: 404 })))
    allowedOrigins.push(page.url)
    const api = await ended(serveRequests(await healthy({ allowedOrigins })))
    const opened = await open(`${page.url}/?endpoint=${api.url}/api/audiopod`)
    await opened.page.getByText('4,321').first().waitFor()
    await pass(opened)
    expect(ours(opened)).toEqual([])
  })

  test('of another proxy that passes the limit on', async () => {
    const { url } = await ended(serveDevelopmentPage(await plainProxy(rateHeaders)))
    const opened = await open(url)
    await opened.page.getByText('4,321').first().waitFor()
    await pass(opened)
    expect(ours(opened)).toEqual([])
  })

  test('of a stylesheet that comes a second after the widgets', async () => {
    const head = "<script>setTimeout(() => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/styles.css' })), 1000)</script>"
    const { url } = await ended(serveDevelopmentPage(await healthy(), { head }))
    const opened = await open(url)
    await opened.page.getByText('4,321').first().waitFor()
    await opened.page.clock.runFor(1500)
    await expect.poll(() => opened.page.evaluate(() => document.styleSheets.length)).toBe(1)
    await pass(opened)
    expect(ours(opened)).toEqual([])
  })

  test('of an app that writes all its styles itself, and says so', async () => {
    const { url } = await ended(serveDevelopmentPage(await healthy(), { head: '<style>:root { --audiopod-styles: own }</style>' }))
    const opened = await open(url)
    await opened.page.getByText('4,321').first().waitFor()
    await pass(opened)
    expect(ours(opened)).toEqual([])
  })
})

test('nothing is said of the demo on Vite’s dev server, with the proxy as the docs have it, in use', async () => {
  const { startDemo } = await import('../../demo/startDemo.mjs')
  const demo = await ended(startDemo({ simulator: { jobSeconds: 1 } }))
  const there = { target: demo.url, changeOrigin: false }
  const url = await serveByVite({ configFile: join(project, 'demo/vite.config.ts'), server: { proxy: { '/api/audiopod': there, '/demo/session': there, '/demo/sign-in': there } } })
  const opened = await open(url)
  const { page } = opened
  await page.context().request.post(`${url}demo/sign-in`, { headers: { Origin: new URL(url).origin }, data: { userId: 'user-ada' } })
  await page.reload()
  await page.getByRole('textbox', { name: 'Text' }).fill('Hello from an app under development.')
  await page.getByRole('button', { name: 'Generate speech' }).click()
  const isThere = () => page.clock.runFor(500).then(() => page.getByRole('button', { name: 'Play', exact: true }).first().isVisible())
  await expect.poll(isThere, { timeout: 30_000 }).toBe(true)
  await pass(opened)
  expect(opened.said.filter((text) => !/React DevTools|^debug: \[vite\]/.test(text))).toEqual([])
})

describe('a missing stylesheet is named', () => {
  test('once, with its import', async () => {
    const { url } = await ended(serveDevelopmentPage(await healthy(), { head: '' }))
    await expectAdvice(await open(url), 'a-widget-has-no-stylesheet', 'warning: ', 'import "audiopod-react/styles.css"')
  })

  test('in a closed shadow root of a page that has it', async () => {
    const { url } = await ended(serveDevelopmentPage(await healthy()))
    await expectAdvice(await open(`${url}/?closed`), 'a-widget-has-no-stylesheet', 'into the shadow root too')
  })
})

describe('a page of HTML at the endpoint is named', () => {
  test.each<{ as: string; section: string; words: string[]; answer: (request: Request) => Response }>([
    {
      as: 'the host’s 404 page',
      section: 'nothing-of-the-proxy-is-at-the-endpoint',
      words: ["answers credits.get with 404 and the host's own page", '`basePath`', 'GET /api/audiopod/healthz is 204'],
      answer: () => html('<h1>Not found</h1>', { status: 404 }),
    },
    {
      as: 'the app’s own page for every unknown path',
      section: 'the-endpoint-answers-with-the-apps-own-page',
      words: ['(index.html)', "app.use('/api/audiopod', toNodeListener(proxy))"],
      answer: () => html('<div id="root"></div><script type="module" src="/main.js"></script>'),
    },
    {
      as: 'a redirect to the login',
      section: 'the-endpoint-answers-with-a-login-page',
      words: ['credits.get on to /login,', 'take /api/audiopod/* out of'],
      answer: (request) =>
        new URL(request.url).pathname === '/login'
          ? html('<h1>Sign in</h1>')
          : new Response(null, { status: 302, headers: { Location: '/login?next=private-token' } }),
    },
    {
      as: 'a login in its place',
      section: 'the-endpoint-answers-with-a-login-page',
      words: ['with 200 and a page of HTML', 'take /api/audiopod/* out of'],
      answer: () => html('<form><input name="password" type="password"></form>'),
    },
    {
      as: 'a wall in front of it',
      section: 'the-endpoint-answers-with-a-login-page',
      words: ['with 403 and a page of HTML'],
      answer: () => html('<h1>Protected preview</h1>', { status: 403 }),
    },
    {
      as: 'a redirect to the login of another site',
      section: 'the-endpoint-answers-with-a-login-page',
      words: ['another site', 'take /api/audiopod/* out of'],
      answer: () => new Response(null, { status: 302, headers: { Location: 'http://127.0.0.1:9/login' } }),
    },
  ])('as $as', async ({ section, words, answer }) => {
    const { url } = await ended(serveDevelopmentPage(answer))
    const opened = await open(url)
    await expectAdvice(opened, section, 'error: [audiopod-react] The endpoint /api/audiopod ', ...words)
    expect(opened.advice().join()).not.toContain('private')
  })

  test('as what Vite’s dev server gives where nothing else answers', async () => {
    const opened = await open(await serveByVite({ root: developmentPage, configFile: false }))
    await expectAdvice(
      opened,
      'nothing-of-the-proxy-is-at-the-endpoint',
      "Vite's dev server",
      "server: { proxy: { '/api/audiopod': { target: 'http://localhost:3000', changeOrigin: false } } }",
    )
  })
})

describe('no answer from another origin is named', () => {
  const openWith = async (endpoint: string, headers = {}) => {
    const { url } = await ended(serveDevelopmentPage(() => new Response(null, { status: 404 }), { headers }))
    return open(`${url}/?endpoint=${endpoint}/api/audiopod`, { [endpoint]: 'http://api' })
  }

  test('as missing CORS headers, where the server is there', async () => {
    const api = await ended(serveRequests(await healthy()))
    await expectAdvice(
      await openWith(api.url),
      'cors-headers-are-missing',
      'error: [audiopod-react] The server at http://api answers, but without the CORS headers that let a page of http://page read it.',
      "createAudioPodProxy({ allowedOrigins: ['http://page'], … })",
    )
  })

  test('as a server that is not there', async () => {
    await expectAdvice(await openWith(`http://127.0.0.1:${await freePort()}`), 'nothing-answers-at-the-endpoint', 'No answer comes from http://api: either')
  })

  test('as the page’s own policy', async () => {
    const api = await ended(serveRequests(await healthy()))
    const opened = await openWith(api.url, { 'Content-Security-Policy': "connect-src 'self'" })
    await expectAdvice(opened, 'a-content-security-policy-bars-the-way', 'add http://api to its connect-src')
  })
})

describe('a proxy without the headers of the rate limit is named', () => {
  test('where it drops them', async () => {
    const { url } = await ended(serveDevelopmentPage(await plainProxy(() => [])))
    const opened = await open(url)
    await opened.page.getByText('4,321').first().waitFor()
    await expectAdvice(opened, 'a-proxy-hands-on-no-rate-limit', 'warning: [audiopod-react] The endpoint /api/audiopod hands on none', 'Retry-After on.')
  })

  test('where it does not let a page of another origin read them', async () => {
    const api = await ended(serveRequests(await plainProxy((headers) => [...rateHeaders(headers), ['Access-Control-Allow-Origin', '*'], ['Access-Control-Allow-Headers', '*']])))
    const { url } = await ended(serveDevelopmentPage(() => new Response(null, { status: 404 })))
    const opened = await open(`${url}/?endpoint=${api.url}/api/audiopod`)
    await opened.page.getByText('4,321').first().waitFor()
    await expectAdvice(opened, 'a-proxy-hands-on-no-rate-limit', 'or does not let this page read them', 'Access-Control-Expose-Headers')
  })
})

test('a widget outside the provider throws what names it and the way to mend it', async () => {
  const { url } = await ended(serveDevelopmentPage(await healthy()))
  const { said } = await open(`${url}/?outside`)
  const thrown = () => said.find((text) => text.startsWith('thrown: '))
  await expect.poll(thrown).toMatch(/useCredits \(in <CreditBalance>\) stands outside an <AudioPodProvider>/)
  expect(thrown()).toContain('<AudioPodProvider endpoint="/api/audiopod">')
  expect(thrown()).toMatch(/audiopod-react\/docs\/troubleshooting\.md#a-hook-or-widget-stands-outside-the-provider$/)
})
