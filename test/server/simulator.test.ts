import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { permissions } from '../../src/api/index.js'
import { createAudioPodClient } from '../../src/client/index.js'
import { createAudioPodProxy } from '../../src/server.node.js'
import { createSimulator } from '../../src/testing.js'
import { KEY } from './support.js'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], shouldAdvanceTime: true, advanceTimeDelta: 20 })
})
afterEach(() => vi.useRealTimers())

function arrange() {
  const simulator = createSimulator({ credits: 500, jobSeconds: 0 })
  const proxy = createAudioPodProxy({
    apiKey: KEY,
    fetch: simulator.fetch,
    authorize: () => ({ userId: 'alice', allow: [...permissions] }),
  })
  const client = createAudioPodClient({
    endpoint: 'https://app.example/api/audiopod',
    fetch: (input, init) => proxy(new Request(input, init)),
  })
  return { simulator, client }
}

test('the client, through the proxy, makes speech and pays for it once', async () => {
  const { client } = arrange()
  const before = await client.credits.get()
  const job = await client.speech.generate({ voiceId: 'aura', text: 'Hello there' })
  expect(job).toMatchObject({ status: 'completed', audioUrl: expect.stringMatching(/^https?:/) })
  expect(job.id).toMatch(/\.[0-9a-f]{64}$/)
  expect((await client.credits.get()).totalAvailable).toBeLessThan(before.totalAvailable ?? 0)
})

test('the client, through the proxy, makes a key, sees its secret once, and revokes it', async () => {
  const { client } = arrange()
  const created = await client.apiKeys.create({ name: 'Staging' })
  expect(created.secret).toMatch(/^a[pk]_/)
  const listed = await client.apiKeys.list()
  expect(listed).toContainEqual(expect.objectContaining({ id: created.id, name: 'Staging', status: 'active' }))
  expect(JSON.stringify(listed)).not.toContain(created.secret)
  await client.apiKeys.revoke(created.id)
  expect(await client.apiKeys.list({ status: 'active' })).not.toContainEqual(expect.objectContaining({ id: created.id }))
})

test('what the simulator refuses arrives at the client as its typed error', async () => {
  const { client } = arrange()
  await expect(client.speech.create({ voiceId: 'aura', text: 'x'.repeat(5000) })).rejects.toMatchObject({ code: 'insufficient_credits' })
  await expect(client.voices.get('nobody')).rejects.toMatchObject({ code: 'not_found' })
})
