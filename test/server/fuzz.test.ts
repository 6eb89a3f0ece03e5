import { Agent, createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Operation, type OperationName, operations, type Permission, permissions } from '../../src/api/index.js'
import { createAudioPodProxy, createMemoryStore, type ProxyStore, toNodeListener } from '../../src/server.js'
import { createJobIds } from '../../src/server/seal.js'
import { KEY } from './support.js'

/** 100,000 in a nightly run: `npm run fuzz`. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 2000)

const rows = Object.values(operations)
const ALLOWED = rows.map(({ method, path }) => new RegExp(`^${method} /api/v1${path.replace(/\{\w+\}/g, '[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*')}(\\?[a-z_]+=[A-Za-z0-9_]+(&[a-z_]+=[A-Za-z0-9_]+)*)?$`))
const HEADERS = new Set(['accept', 'accept-encoding', 'authorization', 'content-type', 'idempotency-key', 'user-agent', 'x-api-key'])

const piece = fc.oneof(
  fc.constantFrom('..', '.', '', '%2e%2e', '%2E.', '%252e%252e', '%2f', '%5c', '\\', '%00', ';', '@', '//', 'x', '~', '%', '*', '12', 'api', 'v1', 'audiopod', 'admin', 'credits', 'auth', 'api-keys', 'healthz', '%c0%ae', ':', '?', '#', 'http:'),
  fc.stringMatching(/^[!-~]{1,8}$/),
)
const knownPath = fc.constantFrom(...rows.map(({ path }) => path), '/voice/tts-jobs/{job_id}/audio').chain((path) =>
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom('aura', '12', 'a.b') }, { weight: 1, arbitrary: piece }).map((id) => path.replace(/\{\w+\}/g, () => id)),
)
const path = fc.oneof(
  { weight: 3, arbitrary: knownPath.map((known) => `/api/audiopod${known}`) },
  { weight: 1, arbitrary: fc.tuple(knownPath, piece, fc.nat(40)).map(([known, extra, at]) => `/api/audiopod${known.slice(0, at)}${extra}${known.slice(at)}`) },
  { weight: 1, arbitrary: fc.array(piece, { maxLength: 8 }).map((pieces) => `/${pieces.join('/')}`) },
  { weight: 1, arbitrary: fc.array(piece, { maxLength: 5 }).map((pieces) => `/api/audiopod/${pieces.join('/')}`) },
)
const query = fc.oneof(
  fc.constant(''),
  fc.constantFrom('?status=active', '?limit=5&skip=0', '?limit=x', '?status=active&status=active', '?voice_type=custom&x=../..'),
  fc.stringMatching(/^[!-~]{0,12}$/).map((text) => `?${text}`),
)
const headers = fc.record(
  {
    'content-type': fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'text/plain', 'application/json; charset=utf-8'),
    origin: fc.constantFrom('https://evil.example', 'null', 'http://app.example'),
    'sec-fetch-site': fc.constantFrom('same-origin', 'cross-site', 'none'),
    'idempotency-key': fc.stringMatching(/^[ -~]{0,10}$/),
    'x-forwarded-host': fc.constant('evil.example'),
    'x-http-method-override': fc.constant('DELETE'),
    authorization: fc.constant('Bearer of-the-browser'),
    cookie: fc.constant('session=of-the-browser'),
    'x-api-key': fc.constant('of-the-browser'),
    host: fc.constantFrom('app.example', 'evil.example', 'a@b', 'a/b'),
  },
  { requiredKeys: [] },
)
const body = fc.oneof(
  fc.constantFrom('input_text=Hello', 'input_text=a&speed=2', '{"name":"x"}', '{"amount_usd":5}', '{"amount_cents":500}', '{"service_type":"tts","duration_seconds":3}', ''),
  fc.json(),
  fc.string(),
)
const method = fc.oneof({ weight: 4, arbitrary: fc.constantFrom('GET', 'POST', 'DELETE') }, { weight: 1, arbitrary: fc.constantFrom('PUT', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND') })
const stray: fc.Arbitrary<Asked> = fc.record({ method, path, query, headers, body })

const GOOD: Readonly<Record<string, object>> = {
  'credits.topUp': { amount_usd: 5 },
  'wallet.topUp': { amount_cents: 500 },
  'wallet.estimate': { service_type: 'tts', duration_seconds: 3 },
  'apiKeys.create': { name: 'Staging', description: 'x' },
  'speech.create': { input_text: 'Hello', speed: '2', generation_params: '{"delivery_mode":"stable","x":1}' },
}
/** Jobs of alice's, many since what is known of a clip is kept; and one of bob's. */
const ids = createJobIds([KEY])
const alices = await Promise.all(Array.from({ length: 200 }, (_, i) => ids.seal('alice', String(1000 + i))))
const sealedForBob = await ids.seal('bob', '2000')
const browserHeaders = fc.record(
  { cookie: fc.constant('session=of-the-browser'), authorization: fc.constant('Bearer of-the-browser'), te: fc.constant('of-the-browser') },
  { requiredKeys: [] },
)
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,8}(\.[A-Za-z0-9_-]{1,8})?$/)
interface Asked {
  method: string
  path: string
  query: string
  headers: Record<string, string>
  body: string
}
/** What an honest client sends, with members of its own beside it. */
const honest: fc.Arbitrary<Asked> = fc
  .record({
    name: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...(Object.keys(operations) as OperationName[])) },
      { weight: 2, arbitrary: fc.constant('audio' as const) },
    ),
    id,
    job: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...alices) },
      { weight: 2, arbitrary: fc.constantFrom(sealedForBob, '1007', `1007.${'0'.repeat(64)}`) },
    ),
    extra: fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 }),
    query,
    browserHeaders,
  })
  .map(({ name, id: given, job, extra, query: search, browserHeaders: more }) => {
    const row: Operation = operations[name === 'audio' ? 'speech.get' : name]
    const values = { ...extra, ...GOOD[name] }
    const isForm = row.body?.type === 'form'
    const target = name === 'audio' ? row.path.replace('/status', '/audio') : row.path
    return {
      method: row.method as string,
      path: `/api/audiopod${target.replace('{job_id}', job).replace(/\{\w+\}/, given)}`,
      query: search,
      headers: { ...more, ...(row.body && { 'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' }) },
      body: isForm ? new URLSearchParams(values as Record<string, string>).toString() : JSON.stringify(values),
    }
  })
/** The same but for one thing: this gets deepest. */
const twisted: fc.Arbitrary<Asked> = fc
  .tuple(honest, fc.oneof(
    headers.map((more) => (one: Asked) => ({ ...one, headers: { ...one.headers, ...more } })),
    body.map((other) => (one: Asked) => ({ ...one, body: other })),
    method.map((other) => (one: Asked) => ({ ...one, method: other })),
    fc.tuple(piece, fc.nat(80)).map(([extra, at]) => (one: Asked) => ({ ...one, path: `${one.path.slice(0, at)}${extra}${one.path.slice(at)}` })),
    fc.tuple(piece, piece).map(([a, b]) => (one: Asked) => ({ ...one, path: `${one.path}/${a}/${b}` })),
  ))
  .map(([one, twist]) => twist(one))
const anything = fc.oneof({ weight: 1, arbitrary: stray }, { weight: 2, arbitrary: honest }, { weight: 2, arbitrary: twisted })

interface Person {
  userId: string
  allow: readonly Permission[]
}
/** Who it is, as the app says; null for nobody. */
const who: fc.Arbitrary<Person | null> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ userId: fc.constant('alice'), allow: fc.constant([...permissions]) }) },
  { weight: 2, arbitrary: fc.subarray([...permissions]).map((allow) => ({ userId: 'alice', allow })) },
  { weight: 1, arbitrary: fc.record({ userId: fc.constant('bob'), allow: fc.constant([...permissions]) }) },
  { weight: 1, arbitrary: fc.constant(null) },
)
const clip = fc.constantFrom(
  'https://cdn.example/a.mp3', 'https://cdn.example/away', 'https://cdn.example/page', 'http://cdn.example/a.mp3',
  'https://127.0.0.1/a.mp3', 'https://[::ffff:10.0.0.1]/a.mp3', 'https://0x7f.1/a.mp3', 'https://localhost./a.mp3',
  'https://169.254.169.254/latest/meta-data', 'https://a:b@cdn.example/a.mp3', 'file:///etc/passwd', `https://cdn.example/${KEY}`,
)
/** Upstream at its worst: it tells the key wherever it can. */
const answer = fc.record({
  status: fc.oneof(
    fc.constantFrom(200, 201, 202),
    fc.constantFrom(200, 204, 301, 304, 400, 401, 402, 403, 404, 408, 409, 422, 429, 500, 502, 503, 504),
  ),
  body: fc.oneof(
    fc.constant({ job_id: 1, key: KEY, [KEY]: [KEY, { error: { message: `Bearer ${KEY}` } }] }),
    fc.constant({ error: { code: KEY, message: `x${KEY}` }, detail: [{ loc: ['body', KEY], msg: KEY }] }),
    fc.constant([{ id: KEY, name: `my${KEY}`, keys: [KEY], scopes: [KEY], api_key: { id: 1, secret: KEY, hint: KEY } }, KEY]),
    { weight: 5, arbitrary: clip.map((output_url) => ({ job_id: 7, status: 'completed', output_url })) },
    fc.jsonValue(),
  ),
  headers: fc.constantFrom<Record<string, string>>(
    {}, { 'x-request-id': KEY, 'retry-after': KEY }, { 'x-request-id': `req${KEY}`, ratelimit: `a${KEY}` },
    { location: `https://evil.example/${KEY}`, 'set-cookie': KEY }, { ratelimit: KEY, 'x-ratelimit-limit': KEY },
  ),
})

const FIELDS = new Set(rows.flatMap((row: Operation) => row.body?.fields.map((field) => field.within ?? field.wire) ?? []))
/** All that an answer may have. */
const GIVEN = new Set([
  'accept-ranges', 'access-control-allow-credentials', 'access-control-allow-origin', 'allow', 'cache-control', 'connection',
  'content-disposition', 'content-length', 'content-range', 'content-type', 'cross-origin-resource-policy', 'date', 'etag',
  'keep-alive', 'last-modified', 'ratelimit', 'ratelimit-policy', 'retry-after', 'transfer-encoding', 'vary', 'x-audiopod-proxy',
  'x-content-type-options', 'x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'x-request-id',
])

function isOfTheTable(sent: BodyInit | null | undefined): boolean {
  if (sent === undefined || sent === null) return true
  const text = typeof sent === 'string' ? sent : ''
  const names = text.startsWith('{') ? Object.keys(JSON.parse(text) as object) : [...new URLSearchParams(text).keys()]
  return names.length > 0 && names.every((name) => FIELDS.has(name))
}

/** By the browser's own words, the page is another's. */
function isForeign({ origin, 'sec-fetch-site': site, host }: Record<string, string>): boolean {
  if (origin !== undefined && (host === undefined || !origin.endsWith(`://${host}`))) return true
  return site === 'cross-site'
}

/** What upstream gets that this person, from this page, may not send; undefined where all is well. */
function wrong(url: string, init: RequestInit, person: Person | null, one: Asked): string | undefined {
  const { origin, pathname, search } = new URL(url)
  const line = `${init.method} ${pathname}${search}`
  const names = Object.keys({ ...init.headers })
  if (JSON.stringify([url, init.headers]).includes('of-the-browser')) return `the browser's own: ${line}`
  if (origin === 'https://cdn.example') {
    return init.method === 'GET' && !names.some((name) => /auth|key|cookie/.test(name)) ? undefined : `a clip's host: ${line}`
  }
  const at = ALLOWED.findIndex((row) => row.test(line))
  const row = rows[at]
  if (origin !== 'https://api.audiopod.ai' || !row) return line
  if (names.some((name) => !HEADERS.has(name)) || !isOfTheTable(init.body)) return `a header or a field: ${line}`
  if (!person?.allow.includes(row.permission)) return `not allowed: ${line}`
  if (row.name === 'speech.get' && !(person.userId === 'alice' ? /\/1\d{3}\/status$/ : /\/2000\/status$/).test(pathname)) return `another's job: ${line}`
  if (row.method !== 'GET' && isForeign(one.headers)) return `from another site: ${line}`
  return undefined
}

/** A clip's host, which leads astray. */
function serveClip(pathname: string): Response {
  if (pathname === '/away') return new Response(null, { status: 302, headers: { location: 'https://10.0.0.1/a.mp3' } })
  if (pathname === '/page') return new Response('<script>', { headers: { 'content-type': 'text/html' } })
  return new Response('audio', { headers: { 'content-type': 'audio/mpeg', 'set-cookie': 'a=b' } })
}

test('whatever is asked and whatever is answered, upstream sees the table alone and nobody sees the key', async () => {
  const outside: string[] = []
  const events: string[] = []
  let calls = 0
  let reached = 0
  let clips = 0
  let next: { status: number; body: unknown; headers: Record<string, string> } = { status: 200, body: {}, headers: {} }
  let person: Person | null = null
  let asked: Asked | undefined
  const proxy = createAudioPodProxy({
    apiKey: KEY,
    authorize: () => person,
    limits: { perUser: false },
    store: forgetful(),
    onEvent: (event) => events.push(JSON.stringify(event)),
    fetch: async (url, init) => {
      calls++
      const fault = asked ? wrong(url, init, person, asked) : 'nobody asked'
      if (fault !== undefined) outside.push(fault)
      const { host, pathname } = new URL(url)
      if (host === 'cdn.example') {
        clips++
        return serveClip(pathname)
      }
      const bare = next.status === 204 || next.status === 304
      return new Response(bare ? null : JSON.stringify(next.body), { status: next.status, headers: next.headers })
    },
  })
  const server = createServer(toNodeListener(proxy))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })

  const send = ({ method: verb, path: to, query: search, headers: more, body: text }: Asked) =>
    new Promise<{ status: number; out: string; foreign: string[] }>((resolve, reject) => {
      const req = httpRequest({ host: '127.0.0.1', port, agent, method: verb, path: to + search, headers: more }, (res) => {
        let out = JSON.stringify(res.rawHeaders)
        res.setEncoding('utf8')
        res.on('data', (chunk: string) => (out += chunk))
        const foreign = Object.keys(res.headers).filter((name) => !GIVEN.has(name))
        res.on('end', () => resolve({ status: res.statusCode ?? 0, out, foreign }))
        res.on('error', reject)
      })
      req.on('error', reject)
      req.end(verb === 'GET' || verb === 'HEAD' || verb === 'TRACE' ? undefined : text)
    })

  let cases = 0
  let leaks = 0
  const statuses: Record<number, number> = {}
  try {
    await fc.assert(
      fc.asyncProperty(anything, answer, who, async (one, told, by) => {
        next = told
        person = by
        asked = one
        cases++
        const before = calls
        const { status, out, foreign } = await send(one)
        if (calls > before) reached++
        statuses[status] = (statuses[status] ?? 0) + 1
        // Without its beginning too: that alone gives it a shape.
        const secret = KEY.slice(3).toLowerCase()
        if (`${out}${events.join('')}`.toLowerCase().includes(secret)) leaks++
        events.length = 0
        expect({ outside, leaks, foreign }).toEqual({ outside: [], leaks: 0, foreign: [] })
      }),
      { numRuns: RUNS },
    )
  } finally {
    agent.destroy()
    server.closeAllConnections()
    server.close()
  }
  // A fuzz that never gets through shows nothing.
  expect(reached).toBeGreaterThan(RUNS / 5)
  const share = `${Math.round((100 * reached) / cases)} % of them reached upstream in ${calls} calls, ${clips} of those for clips`
  process.stdout.write(`fuzz: ${cases} cases, ${share}; answers by status: ${JSON.stringify(statuses)}\n`)
  process.stdout.write(`upstream called with anything outside the table: ${outside.length}; key bytes in any output: ${leaks}\n`)
}, 3_600_000)

/** A store that keeps no window shut: one 429 would keep all that follows from upstream. */
function forgetful(): ProxyStore {
  return { ...createMemoryStore(), get: async () => undefined }
}
