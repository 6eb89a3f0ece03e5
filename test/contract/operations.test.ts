import { describe, expect, it } from 'vitest'
import { type OperationName, operations, type Permission, permissions } from '../../src/api/index.js'
import { createAudioPodClient } from '../../src/client/index.js'
import { createAudioPodProxy } from '../../src/server.js'
import { createSimulator } from '../../src/testing.js'
import { ENDPOINT, everyCall } from '../client/support.js'
import { printOperations } from './printOperations.js'

const KEY = 'ap_FAKEfakeFAKE0000'
const names = Object.keys(operations) as OperationName[]

/** A job and a key that the operations can name, in an account of its own. */
async function prepare(client: ReturnType<typeof createAudioPodClient>) {
  const job = await client.speech.create({ voiceId: 'aura', text: 'Hello' })
  const key = await client.apiKeys.create({ name: 'CI' })
  const calls: Partial<typeof everyCall> = {
    'speech.get': () => client.speech.get(job.id),
    'apiKeys.revoke': () => client.apiKeys.revoke(key.id),
  }
  return (name: OperationName) => (calls[name] ?? everyCall[name])?.(client, {})
}

describe.each(names)('%s', (name) => {
  it('is answered by the simulator as AudioPod, in a form that its decoder understands', async () => {
    const simulator = createSimulator()
    // What a proxy does, and nothing more: the key is added.
    const withKey: typeof fetch = (input, init) =>
      simulator.fetch(input, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), 'X-API-Key': KEY } })
    const call = await prepare(createAudioPodClient({ endpoint: 'http://localhost/api/v1', fetch: withKey, maxRetries: 0 }))
    await call(name)
    expect(simulator.state.requests.at(-1)).toMatchObject({ operation: name, method: operations[name].method })
    expect(simulator.state.requests.at(-1)?.status).toBeLessThan(300)
  })

  it('is let through by the proxy for its permission, and refused for all the others', async () => {
    const simulator = createSimulator()
    let allow: Permission[] = [...permissions]
    const proxy = createAudioPodProxy({
      apiKey: KEY,
      baseUrl: 'https://api.example',
      fetch: simulator.fetch,
      authorize: () => ({ userId: 'alice', allow }),
    })
    const throughProxy: typeof fetch = (input, init) => proxy(new Request(input, init))
    const call = await prepare(createAudioPodClient({ endpoint: ENDPOINT, fetch: throughProxy, maxRetries: 0 }))

    const before = simulator.state.requests.length
    allow = permissions.filter((permission) => permission !== operations[name].permission)
    await expect(call(name)).rejects.toMatchObject({ code: 'forbidden', status: 403 })
    expect(simulator.state.requests).toHaveLength(before)

    allow = [operations[name].permission]
    await call(name)
    expect(simulator.state.requests.slice(before).map((request) => request.operation)).toEqual([name])
  })
})

describe('docs/operations.md', () => {
  it('is the table', async () => {
    await expect(printOperations()).toMatchFileSnapshot('../../docs/operations.md')
  })
})
