import { coded, isoSeconds, unauthorized } from './answers.js'
import { isExpired } from './keys.js'
import type { World } from './world.js'

const WELL_FORMED = /^(?:ap|ak)_[A-Za-z0-9_-]{4,}$/

/** Who calls: a name to count requests by, or the refusal. */
export function admit(world: World, headers: Headers): { caller: string } | { refusal: Response } {
  const secret = secretOf(headers)
  if (secret === undefined) return { refusal: unauthorized() }
  const id = world.secrets.get(secret)
  const key = id === undefined ? undefined : world.keys.find((one) => one.id === id)
  if (id !== undefined && !key) return { refusal: unauthorized() }
  if (!key) {
    const { apiKey } = world.settings
    return apiKey === undefined || apiKey === secret ? { caller: secret } : { refusal: unauthorized() }
  }
  if (key.status === 'revoked') return { refusal: coded(403, 'forbidden', 'This API key has been revoked') }
  if (isExpired(world, key)) return { refusal: coded(403, 'token_expired', 'This API key has expired') }
  key.lastUsedAt = isoSeconds(world.now())
  key.totalRequests = (key.totalRequests ?? 0) + 1
  return { caller: key.id }
}

/** The key of either header; undefined if there is none, it is malformed, or the two differ. */
function secretOf(headers: Headers): string | undefined {
  const authorization = headers.get('authorization')
  const bearer = authorization === null ? undefined : (/^Bearer\s+(\S+)$/i.exec(authorization)?.[1] ?? '')
  const header = headers.get('x-api-key')?.trim()
  const secret = bearer ?? header
  if (secret === undefined || (header !== undefined && header !== secret)) return undefined
  return WELL_FORMED.test(secret) ? secret : undefined
}
