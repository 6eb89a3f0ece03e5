import { ConfigurationError } from '../errors/index.js'
import { hex } from './hash.js'

/** What is used of a client of `redis` (node-redis): a single one, a pool or a cluster. */
export interface NodeRedisClient {
  evalSha(sha: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>
}

/** What is used of a client of `ioredis`, a cluster's included. */
export interface IoredisClient {
  evalsha(sha: string, keyCount: number, ...args: string[]): Promise<unknown>
  eval(script: string, keyCount: number, ...args: string[]): Promise<unknown>
}

/** A connected client of `redis` (node-redis 4 or later, a cluster from 5 on) or of `ioredis` (5 or later). */
export type RedisClient = NodeRedisClient | IoredisClient

/** Runs a Lua script on one key, by its hash where the server knows it already. */
export type RunScript = (script: string, key: string, args: readonly string[]) => Promise<unknown>

/** Neither client is imported: what it can do tells them apart. */
export function scriptRunner(client: RedisClient): RunScript {
  const { bySha, byText } = callsOf(client)
  const shas = new Map<string, Promise<string>>()
  return async (script, key, args) => {
    const sha = shas.get(script) ?? sha1(script)
    shas.set(script, sha)
    try {
      return await bySha(await sha, key, args)
    } catch (error) {
      // A server that was restarted, or a node that was not asked before.
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error
      return byText(script, key, args)
    }
  }
}

type Call = (script: string, key: string, args: readonly string[]) => Promise<unknown>

function callsOf(client: RedisClient): { bySha: Call; byText: Call } {
  if (typeof client === 'object' && client !== null && typeof client.eval === 'function') {
    if ('evalSha' in client && typeof client.evalSha === 'function') {
      return {
        bySha: async (sha, key, args) => client.evalSha(sha, { keys: [key], arguments: [...args] }),
        byText: async (script, key, args) => client.eval(script, { keys: [key], arguments: [...args] }),
      }
    }
    if ('evalsha' in client && typeof client.evalsha === 'function') {
      return {
        bySha: async (sha, key, args) => client.evalsha(sha, 1, key, ...args),
        byText: async (script, key, args) => client.eval(script, 1, key, ...args),
      }
    }
  }
  throw new ConfigurationError(
    'createRedisStore takes a client of redis, as await createClient().connect() gives one, or new Redis() of ioredis.',
  )
}

/** How Redis names a script. */
async function sha1(script: string): Promise<string> {
  return hex(await crypto.subtle.digest('SHA-1', new TextEncoder().encode(script)))
}
