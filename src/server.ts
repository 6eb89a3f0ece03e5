// The proxy that holds the key: safe to import where React is not, and on any runtime with web-standard requests.
export { createAudioPodProxy } from './server/createAudioPodProxy.js'
export type { AudioPodProxy } from './server/proxy.js'
export { type NodeListener, toNodeListener } from './server/nodeListener.js'
export {
  createMemoryStore,
  type Hits,
  type MemoryStoreOptions,
  type ProxyStore,
  type StoredValue,
} from './server/store.js'
export { createRedisStore, type RedisStoreOptions } from './server/redisStore.js'
export type { IoredisClient, NodeRedisClient, RedisClient } from './server/redisClient.js'
export type { AudioPodProxyEvent, AudioPodProxyOptions } from './server/options.js'
export type { Authorize, Identity } from './server/identity.js'
export type { ApiKeySource } from './server/apiKey.js'
export type { Prefetch, PrefetchOptions } from './server/prefetch.js'
export type { InitialData, Prefetchable } from './api/initialData.js'
export type { UserLimit } from './server/limits.js'
export type { Fetch } from './server/fetchTransport.js'
export type { AuthScheme } from './server/upstream.js'
export { type Permission, permissions } from './api/permissions.js'
