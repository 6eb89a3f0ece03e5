import { afterEach, describe, expect, it, vi } from 'vitest'
import { createAudioPodClient } from '../../src/client/createAudioPodClient.js'
import { isOffline } from '../../src/client/isOffline.js'

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
    expect(isOffline(endpoint)).toBe(expected)
  })

  it('sends no change at all, and says that nothing happened', async () => {
    vi.stubGlobal('navigator', { onLine: false })
    const fetch = vi.fn<typeof globalThis.fetch>()
    const client = createAudioPodClient({ endpoint: 'https://app.example/api', fetch })
    await expect(client.apiKeys.create({ name: 'CI' })).rejects.toMatchObject({ code: 'network_error' })
    expect(fetch).not.toHaveBeenCalled()
  })
})

it('a browser that does not say is online', () => {
  vi.stubGlobal('navigator', {})
  expect(isOffline('https://app.example/api')).toBe(false)
})
