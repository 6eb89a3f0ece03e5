import { type Operation, type Permission, permissions } from '../api/index.js'
import { describeError, misconfigured, Refusal } from './refusals.js'

/** Who is asking, and what they may do. */
export interface Identity {
  /** Stable and unique in the app: limits, job ids and `Idempotency-Key`s are kept for each. */
  userId: string
  /** Permissions by name. There is no wildcard. */
  allow: readonly Permission[]
}

export type Authorize = (request: Request) => Identity | null | Promise<Identity | null>

/** Texts that a template makes of nothing: `${session?.userId}`. Taken for a user, they would be everybody. */
const NOBODY = /^(?:undefined|null|NaN|\[object .*\])$/

/** Some names may come twice, from several roles. */
const MAX_ALLOWED = 1000

/** Asks the app. Whatever is not plainly a yes is a refusal: 401 for null, 500 for anything else. */
export async function identify(authorize: Authorize, request: Request): Promise<Identity> {
  let result: unknown
  try {
    result = await authorize(request)
  } catch (error) {
    throw misconfigured(`authorize threw: ${describeError(error)}`)
  }
  if (result === null) throw new Refusal(401, 'unauthorized', 'Sign in to do this.')
  const identity = readIdentity(result)
  if (request.bodyUsed) throw misconfigured('authorize read the body of the request: read that of request.clone()')
  return identity
}

function readIdentity(result: unknown): Identity {
  if (typeof result !== 'object' || result === null || !('userId' in result) || !('allow' in result)) {
    throw misconfigured('authorize must answer { userId, allow } or null')
  }
  const { userId, allow } = result
  if (typeof userId !== 'string' || userId.trim() === '' || userId.length > 1024 || NOBODY.test(userId)) {
    throw misconfigured('authorize answered a userId that is not a non-empty string, or not a user')
  }
  if (!Array.isArray(allow)) throw misconfigured('authorize answered an allow that is not a list')
  const { length } = allow
  if (length > MAX_ALLOWED) throw misconfigured('authorize answered an allow that is far too long')
  // By number: what iterates a list can be anything.
  const granted: unknown[] = Array.from({ length }, (_, i): unknown => allow[i])
  if (!granted.every(isPermission)) throw misconfigured('authorize answered a permission that there is not')
  return { userId, allow: granted }
}

const isPermission = (value: unknown): value is Permission => permissions.some((permission) => permission === value)

export function checkPermission(identity: Identity, row: Operation): void {
  if (identity.allow.includes(row.permission)) return
  throw new Refusal(403, 'forbidden', 'You may not do this.', { reason: `the user lacks ${row.permission}` })
}
