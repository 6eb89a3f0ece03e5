import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAudioPodProxy, createRedisStore, permissions, toNodeListener } from '../../../src/server.js'
import { KEY } from '../support.js'
import { connect, type Kind } from './startRedis.js'

/** What an instance is started with, as JSON in its only argument. */
export interface InstanceOptions {
  kind: Kind
  redisPort: number
  baseUrl: string
  timeout: number
}

// A process of its own: one instance of an app, as README has it made.
const { kind, redisPort, baseUrl, timeout }: InstanceOptions = JSON.parse(process.argv[2] ?? '{}')
const { client, end } = await connect(kind, redisPort)
const proxy = createAudioPodProxy({
  apiKey: KEY,
  baseUrl,
  timeout,
  limits: { perUser: { requests: 120, perSeconds: 3600 } },
  store: createRedisStore(client),
  authorize: (request) => ({ userId: request.headers.get('x-user') ?? '', allow: [...permissions] }),
})
const server = createServer(toNodeListener(proxy))
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.once('SIGTERM', async () => {
  await proxy.close()
  server.close(() => {
    end()
    process.exit()
  })
})
// Not left behind by a test that was ended.
process.on('disconnect', () => process.exit())
