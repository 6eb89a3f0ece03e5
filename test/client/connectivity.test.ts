import { afterEach, describe, expect, it, vi } from 'vitest'
import { browserConnectivity } from '../../src/client/connectivity.js'
import { createAudioPodClient } from '../../src/client/createAudioPodClient.js'
import type { Wait } from '../../src/client/types.js'
import { createSimulator } from '../../src/testing.js'

afterEach(() => vi.unstubAllGlobals())

describe('a browser that says that it has no network', () => {
  it.each([
    ['https://app.example/api', undefined, true],
    ['/api', 'https://app.example/page', true],
    ['/api', 'http://localhost:3000/page', false],
    ['http://127.0.0.1:4000/api', 'https://app.example/', false],
    ['http://[::1]:4000/api', undefined, false],
  ])('for %s on %s: offline is %s', (endpoint, href, expected) => {
    vi.stubGlobal('navigator', { onLine: false })
    vi.stubGlobal('location', href && { href })
    expect(browserConnectivity(endpoint).isOffline()).toBe(expected)
  })

  it('is believed on localhost too once it says that it has gone offline', () => {
    const page = new EventTarget()
    const navigator = { onLine: false }
    vi.stubGlobal('window', page)
    vi.stubGlobal('navigator', navigator)
    vi.stubGlobal('location', { href: 'http://localhost:3000/page' })
    const connectivity = browserConnectivity('/api')
    expect(connectivity.isOffline()).toBe(false)
    page.dispatchEvent(new Event('offline'))
    expect(connectivity.isOffline()).toBe(true)
    navigator.onLine = true
    expect(connectivity.isOffline()).toBe(false)
  })

  it('sends nothing, says so, and catches up once when it is back', async () => {
    const page = new EventTarget()
    const navigator = { onLine: false }
    vi.stubGlobal('window', page)
    vi.stubGlobal('navigator', navigator)
    const simulator = createSimulator()
    const client = createAudioPodClient({ endpoint: 'https://app.example/api', fetch: simulator.fetch })
    const waits: (Wait | undefined)[] = []
    const created = client.apiKeys.create({ name: 'CI' }, { onWait: (wait) => waits.push(wait) })
    const read = client.credits.get()
    await Promise.resolve()
    expect(simulator.state.requests).toHaveLength(0)
    expect(waits).toMatchObject([{ attempt: 0, retryAt: undefined, error: { code: 'network_error' } }])

    navigator.onLine = true
    page.dispatchEvent(new Event('online'))
    await expect(created).resolves.toMatchObject({ name: 'CI' })
    await expect(read).resolves.toBeDefined()
    expect(simulator.state.requests).toHaveLength(2)
    expect(waits.at(-1)).toBeUndefined()
  })

  it('lets a call be aborted, and then listens for nothing', async () => {
    const page = new EventTarget()
    const removed = vi.spyOn(page, 'removeEventListener')
    vi.stubGlobal('window', page)
    vi.stubGlobal('navigator', { onLine: false })
    const client = createAudioPodClient({ endpoint: 'https://app.example/api', fetch: vi.fn<typeof fetch>() })
    const controller = new AbortController()
    const read = client.credits.get({ signal: controller.signal })
    await Promise.resolve()
    controller.abort()
    await expect(read).rejects.toMatchObject({ code: 'aborted' })
    expect(removed).toHaveBeenCalledOnce()
  })
})

it('a browser that does not say is online', () => {
  vi.stubGlobal('navigator', {})
  expect(browserConnectivity('https://app.example/api').isOffline()).toBe(false)
})
