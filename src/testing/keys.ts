import { detail, invalid, isoSeconds, json, missing, unprocessable, type Invalid } from './answers.js'
import { readJsonBody } from './readJsonBody.js'
import type { Call } from './routes.js'
import type { SimulatedKey } from './types.js'
import type { World } from './world.js'

/** A key to begin with. A `secret` makes it one that can call; it is remembered and never listed. */
export type KeySetup = Partial<SimulatedKey> & { name: string; secret?: string | undefined }

const DAY = 86_400_000

export function listKeys(world: World, { query }: Call): Response {
  const status = query.get('status')
  const rows = world.keys.map((key) => written(world, key))
  return json(status ? rows.filter((row) => row.status === status.toLowerCase()) : rows)
}

export function createKey(world: World, call: Call): Response {
  const body = readJsonBody(call)
  if (body instanceof Response) return body
  const problems = problemsOf(body)
  if (problems.length > 0) return unprocessable(problems)
  const at = world.now()
  const days = body['expires_in_days']
  const key: SimulatedKey = {
    id: world.random.uuid(),
    name: String(body['name']),
    description: typeof body['description'] === 'string' ? body['description'] : undefined,
    status: 'active',
    scopes: Array.isArray(body['scopes']) ? body['scopes'].map(String) : ['*'],
    createdAt: isoSeconds(at),
    expiresAt: typeof days === 'number' ? isoSeconds(at + days * DAY) : null,
    lastUsedAt: null,
    totalRequests: 0,
  }
  const secret = `ap_sim_${world.random.text(32)}`
  world.keys.push(key)
  world.secrets.set(secret, key.id)
  const { id, name } = key
  const answer =
    world.dialect.createdKey === 'key' ? { id, name, key: secret } : { ...written(world, key), api_key: secret }
  return json(answer, world.dialect.createdKeyStatus)
}

export function revokeKey(world: World, { params }: Call): Response {
  const key = world.keys.find(({ id }) => id === params['id'])
  if (!key) return detail(404, 'API key not found')
  key.status = 'revoked'
  return world.dialect.revokedKeyStatus === 204
    ? new Response(null, { status: 204 })
    : json({ message: 'API key revoked' })
}

export function isExpired({ now }: World, key: SimulatedKey): boolean {
  return typeof key.expiresAt === 'string' && Date.parse(key.expiresAt) <= now()
}

function written(world: World, key: SimulatedKey) {
  return {
    id: key.id,
    name: key.name,
    description: key.description,
    status: key.status === 'active' && isExpired(world, key) ? 'expired' : key.status,
    scopes: key.scopes,
    created_at: key.createdAt,
    expires_at: key.expiresAt,
    last_used_at: key.lastUsedAt,
    total_requests: key.totalRequests,
  }
}

function problemsOf(body: Record<string, unknown>): Invalid[] {
  const problems: Invalid[] = []
  const { name, description, scopes, expires_in_days: days } = body
  if (name === undefined) problems.push(missing('name'))
  else if (typeof name !== 'string') {
    problems.push(invalid('body', 'name', 'Input should be a valid string', 'string_type'))
  } else if (name.trim() === '') {
    problems.push(invalid('body', 'name', 'String should have at least 1 character', 'string_too_short'))
  }
  if (description !== undefined && description !== null && typeof description !== 'string') {
    problems.push(invalid('body', 'description', 'Input should be a valid string', 'string_type'))
  }
  if (scopes !== undefined && scopes !== null && !Array.isArray(scopes)) {
    problems.push(invalid('body', 'scopes', 'Input should be a valid list', 'list_type'))
  }
  if (days !== undefined && days !== null) {
    if (typeof days !== 'number' || !Number.isInteger(days)) {
      problems.push(invalid('body', 'expires_in_days', 'Input should be a valid integer', 'int_parsing'))
    } else if (days < 1) {
      problems.push(
        invalid('body', 'expires_in_days', 'Input should be greater than or equal to 1', 'greater_than_equal'),
      )
    }
  }
  return problems
}
