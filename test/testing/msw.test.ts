import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createSimulator } from '../../src/testing.js'

const simulator = createSimulator({ jobSeconds: 0, keys: [] })
const server = setupServer(...simulator.handlers)

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => simulator.reset())
afterAll(() => server.close())

const key = { 'X-API-Key': 'ap_FAKEfake0000' }

describe('the MSW handlers', () => {
  it.each(['https://app.example/api/audiopod', 'http://localhost:3000', 'https://app.example/deep/er/path'])(
    'answer below %s',
    async (base) => {
      const response = await fetch(`${base}/credits`)
      expect(response.status).toBe(200)
      expect(response.headers.get('x-ratelimit-remaining')).toBe('99')
      expect(await response.json()).toMatchObject({ credits_balance: 8200 })
    },
  )

  it('want a key where the real API is asked', async () => {
    const base = 'https://api.audiopod.ai/api/v1'
    expect((await fetch(`${base}/auth/api-keys`)).status).toBe(401)
    const json = { method: 'POST', headers: { ...key, 'Content-Type': 'application/json' }, body: '{"name":"A"}' }
    const created = (await (await fetch(`${base}/auth/api-keys`, json)).json()) as { id: string }
    expect((await fetch(`${base}/auth/api-keys/${created.id}`, { method: 'DELETE', headers: key })).status).toBe(200)
    expect(await (await fetch(`${base}/auth/api-keys?status=revoked`, { headers: key })).json()).toMatchObject([
      { name: 'A', status: 'revoked' },
    ])
  })

  it('speak, and serve the audio that they hand out', async () => {
    const base = 'https://app.example/api/audiopod'
    const body = new URLSearchParams({ input_text: 'Hello + & 😀' })
    const accepted = await fetch(`${base}/voice/voices/aura/generate`, { method: 'POST', body })
    const { job_id: id } = (await accepted.json()) as { job_id: number }
    const job = (await (await fetch(`${base}/voice/tts-jobs/${id}/status`)).json()) as Record<string, string>
    expect(job).toMatchObject({ status: 'COMPLETED', input_text: 'Hello + & 😀' })
    expect(job['output_url']).toMatch(/^https:\/\/app\.example\//)
    const part = await fetch(job['output_url'] ?? '', { headers: { Range: 'bytes=0-43' } })
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 44])
  })

  it('lose the network as a browser does', async () => {
    simulator.fail('credits.get', { network: true })
    await expect(fetch('https://app.example/api/audiopod/credits')).rejects.toThrow('Failed to fetch')
    expect((await fetch('https://app.example/api/audiopod/credits')).status).toBe(200)
  })

  it('answer below one endpoint alone where that is asked for', async () => {
    const narrow = createSimulator({ endpoint: 'https://narrow.example/api' })
    server.use(...narrow.handlers)
    await fetch('https://narrow.example/api/auth/me')
    await fetch('https://app.example/auth/me')
    server.resetHandlers()
    expect([narrow, simulator].map(({ state }) => state.requests.length)).toEqual([1, 1])
  })
})

describe('fetch', () => {
  it('takes a path, a URL and a Request', async () => {
    expect((await simulator.fetch('/api/audiopod/credits')).status).toBe(200)
    expect((await simulator.fetch(new URL('https://app.example/credits'))).status).toBe(200)
    const request = new Request('https://api.example/api/v1/credits', { headers: key })
    expect((await simulator.fetch(request)).status).toBe(200)
  })

  it('rejects with the reason of a signal that is aborted already, and asks nothing', async () => {
    const signal = AbortSignal.abort(new Error('changed my mind'))
    await expect(simulator.fetch('/credits', { signal })).rejects.toThrow('changed my mind')
    expect(simulator.state.requests).toEqual([])
  })
})
