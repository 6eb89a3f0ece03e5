import { expect, test } from 'vitest'
import { type Permission, permissions } from '../../src/api/index.js'
import { type AudioPodProxyEvent, createAudioPodProxy } from '../../src/server.node.js'
import { createSimulator } from '../../src/testing.js'
import { KEY } from './support.js'

interface Arranged {
  allow?: Permission[]
  authorize?: (request: Request) => Promise<{ userId: string; allow: Permission[] } | null>
}

function arrange({ allow = [...permissions], authorize }: Arranged = {}) {
  const simulator = createSimulator({ credits: { subscription: 300, payAsYouGo: 20 }, latency: 0 })
  const events: AudioPodProxyEvent[] = []
  const asked: Request[] = []
  const proxy = createAudioPodProxy({
    apiKey: KEY,
    fetch: simulator.fetch,
    onEvent: (event) => events.push(event),
    authorize(request) {
      asked.push(request)
      if (authorize) return authorize(request)
      return request.headers.get('cookie') === 'session=ada' ? { userId: 'ada', allow } : null
    },
  })
  return { proxy, simulator, events, asked }
}

const page = new Headers({
  cookie: 'session=ada',
  accept: 'text/html',
  'if-none-match': '"page"',
  'sec-fetch-site': 'cross-site',
  origin: 'https://elsewhere.example',
  'content-length': '12',
})

test('gives what the hooks would show, decoded, and nothing that was not asked for', async () => {
  const { proxy, simulator } = arrange()
  const { at, answers } = await proxy.prefetch(page, ['credits.get', 'apiKeys.list', 'credits.get'])
  expect(Object.keys(answers).sort()).toEqual(['apiKeys.list', 'credits.get'])
  expect(answers['credits.get']).toMatchObject({ totalAvailable: 320, subscription: 300, payAsYouGo: 20 })
  expect(answers['apiKeys.list']?.length).toBe(simulator.state.keys.length)
  expect(Math.abs(Date.now() - Date.parse(at))).toBeLessThan(5_000)
  expect(simulator.state.requests.map(({ operation }) => operation).sort()).toEqual(['apiKeys.list', 'credits.get'])
})

test('what it gives goes through JSON as it is, and holds no secret', async () => {
  const { proxy } = arrange()
  const data = await proxy.prefetch(page, ['credits.get', 'credits.usage', 'wallet.get', 'account.get', 'apiKeys.list'])
  expect(Object.keys(data.answers)).toHaveLength(5)
  expect(JSON.parse(JSON.stringify(data))).toEqual(data)
  expect(JSON.stringify(data)).not.toMatch(/a[pk]_\w|whsec_|Bearer/)
})

test('a request of a page gives its own address and headers to authorize, without what was said of the page', async () => {
  const { proxy, asked } = arrange()
  await proxy.prefetch(new Request('https://app.example/dashboard?x=1', { headers: page }), ['credits.get'])
  expect(asked.map(({ url, method }) => `${method} ${url}`)).toEqual(['GET https://app.example/api/audiopod/credits'])
  expect(Object.fromEntries(asked[0]!.headers)).toEqual({ accept: 'application/json', cookie: 'session=ada' })
})

test('headers of a framework that has its own class of them do', async () => {
  const { proxy } = arrange()
  const adapted = Object.assign(new Headers(page), { headers: { cookie: 'session=ada' } })
  expect(Object.keys((await proxy.prefetch(adapted, ['credits.get'])).answers)).toEqual(['credits.get'])
})

test('nobody signed in gets nothing, and nothing leaves the server', async () => {
  const { proxy, simulator } = arrange()
  expect((await proxy.prefetch(new Headers(), ['credits.get'])).answers).toEqual({})
  expect(simulator.state.requests).toEqual([])
})

test('each answer needs its permission, and onEvent is told of what was refused', async () => {
  const { proxy, events } = arrange({ allow: ['credits:read'] })
  const { answers } = await proxy.prefetch(page, ['credits.get', 'apiKeys.list'])
  expect(Object.keys(answers)).toEqual(['credits.get'])
  expect(events.filter(({ status }) => status === 403)).toMatchObject([{ operation: 'apiKeys.list', error: { code: 'forbidden' } }])
})

test('a failure leaves out its answer alone', async () => {
  const { proxy, simulator } = arrange()
  simulator.fail('credits.get', { status: 500 })
  simulator.fail('wallet.get', { status: 200, body: { no: 'wallet' } })
  const { answers } = await proxy.prefetch(page, ['credits.get', 'wallet.get', 'account.get'])
  expect(Object.keys(answers)).toEqual(['account.get'])
})

test('an account that has charged nothing yet has an empty list of charges', async () => {
  const { proxy, simulator } = arrange()
  simulator.fail('credits.usage', { status: 404 })
  expect((await proxy.prefetch(page, ['credits.usage'])).answers).toEqual({ 'credits.usage': [] })
})

test('the page does not wait longer than it said, not for authorize either', async () => {
  const { proxy } = arrange({ authorize: () => new Promise(() => {}) })
  expect((await proxy.prefetch(page, ['credits.get'], { timeout: 20 })).answers).toEqual({})
})

test('what cannot be asked ahead is a mistake of the code, named', async () => {
  const { proxy } = arrange()
  // @ts-expect-error a change
  await expect(proxy.prefetch(page, ['apiKeys.create'])).rejects.toMatchObject({ code: 'configuration' })
})
