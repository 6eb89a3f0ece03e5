import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Operation, type OperationName, operations, permissions } from '../../src/api/index.js'
import { createAudioPodProxy, toNodeListener } from '../../src/server.js'
import { createJobIds } from '../../src/server/seal.js'
import { KEY } from './support.js'

/** More in a nightly run: FUZZ_RUNS=100000. */
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
const stray = fc.record({ method, path, query, headers, body })

const GOOD: Readonly<Record<string, object>> = {
  'credits.topUp': { amount_usd: 5 },
  'wallet.topUp': { amount_cents: 500 },
  'wallet.estimate': { service_type: 'tts', duration_seconds: 3 },
  'apiKeys.create': { name: 'Staging', description: 'x' },
  'speech.create': { input_text: 'Hello', speed: '2', generation_params: '{"delivery_mode":"stable","x":1}' },
}
/** A job of alice's. */
const sealed = await createJobIds([KEY]).seal('alice', '7')
const browserHeaders = fc.record(
  { cookie: fc.constant('session=of-the-browser'), authorization: fc.constant('Bearer of-the-browser'), te: fc.constant('of-the-browser') },
  { requiredKeys: [] },
)
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,8}(\.[A-Za-z0-9_-]{1,8})?$/)
/** What an honest client sends, with members of its own beside it. */
const honest = fc
  .record({ name: fc.constantFrom(...(Object.keys(operations) as OperationName[])), id, extra: fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 }), query, browserHeaders })
  .map(({ name, id: given, extra, query: search, browserHeaders: more }) => {
    const row: Operation = operations[name]
    const values = { ...extra, ...GOOD[name] }
    const isForm = row.body?.type === 'form'
    return {
      method: row.method as string,
      path: `/api/audiopod${row.path.replace('{job_id}', sealed).replace(/\{\w+\}/, given)}`,
      query: search,
      headers: { ...more, ...(row.body && { 'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' }) },
      body: isForm ? new URLSearchParams(values as Record<string, string>).toString() : JSON.stringify(values),
    }
  })
/** Upstream at its worst: it tells the key wherever it can. */
const answer = fc.record({
  status: fc.constantFrom(200, 200, 201, 202, 204, 301, 304, 400, 401, 402, 403, 404, 409, 422, 429, 500, 502, 503, 504),
  body: fc.oneof(
    fc.constant({ job_id: 1, key: KEY, [KEY]: [KEY, { error: { message: `Bearer ${KEY}` } }] }),
    fc.constant({ error: { code: KEY, message: KEY }, detail: [{ loc: ['body', KEY], msg: KEY }] }),
    fc.jsonValue(),
  ),
  headers: fc.constantFrom<Record<string, string>>({}, { 'x-request-id': KEY, 'retry-after': KEY }, { location: `https://evil.example/${KEY}`, 'set-cookie': KEY }, { ratelimit: KEY, 'x-ratelimit-limit': KEY }),
})

const FIELDS = new Set(rows.flatMap((row: Operation) => row.body?.fields.map((field) => field.within ?? field.wire) ?? []))

function isOfTheTable(sent: BodyInit | null | undefined): boolean {
  if (sent === undefined || sent === null) return true
  const text = typeof sent === 'string' ? sent : ''
  const names = text.startsWith('{') ? Object.keys(JSON.parse(text) as object) : [...new URLSearchParams(text).keys()]
  return names.length > 0 && names.every((name) => FIELDS.has(name))
}

test('whatever is asked and whatever is answered, upstream sees the table alone and nobody sees the key', async () => {
  const outside: string[] = []
  const events: string[] = []
  let calls = 0
  let next: { status: number; body: unknown; headers: Record<string, string> } = { status: 200, body: {}, headers: {} }
  const proxy = createAudioPodProxy({
    apiKey: KEY,
    authorize: () => ({ userId: 'alice', allow: [...permissions] }),
    limits: { perUser: false },
    onEvent: (event) => events.push(JSON.stringify(event)),
    fetch: async (url, init) => {
      calls++
      const { origin, pathname, search } = new URL(url)
      const line = `${init.method} ${pathname}${search}`
      const foreign = Object.keys({ ...init.headers }).filter((name) => !HEADERS.has(name))
      const leaked = JSON.stringify([line, init.headers]).includes('of-the-browser') || !isOfTheTable(init.body)
      if (origin !== 'https://api.audiopod.ai' || !ALLOWED.some((row) => row.test(line)) || foreign.length > 0 || leaked) outside.push(line)
      const bare = next.status === 204 || next.status === 304
      return new Response(bare ? null : JSON.stringify(next.body), { status: next.status, headers: next.headers })
    },
  })
  const server = createServer((req, res) => void toNodeListener(proxy)(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  const send = (one: { method: string; target: string; headers: Record<string, string>; body: string }) =>
    new Promise<string>((resolve, reject) => {
      const req = httpRequest({ host: '127.0.0.1', port, method: one.method, path: one.target, headers: one.headers }, (res) => {
        let text = JSON.stringify(res.rawHeaders)
        res.setEncoding('utf8')
        res.on('data', (chunk: string) => (text += chunk))
        res.on('end', () => resolve(text))
      })
      req.on('error', reject)
      req.end(one.method === 'GET' || one.method === 'HEAD' || one.method === 'TRACE' ? undefined : one.body)
    })

  let cases = 0
  let leaks = 0
  try {
    await fc.assert(
      fc.asyncProperty(fc.oneof(stray, honest), answer, async (one, told) => {
        next = told
        cases++
        const out = await send({ ...one, target: one.path + one.query })
        if (out.includes(KEY) || events.some((event) => event.includes(KEY))) leaks++
        events.length = 0
        expect({ outside, leaks }).toEqual({ outside: [], leaks: 0 })
      }),
      { numRuns: RUNS },
    )
  } finally {
    server.closeAllConnections()
    server.close()
  }
  // A fuzz that never gets through shows nothing.
  expect(calls).toBeGreaterThan(RUNS / 5)
  process.stdout.write(`fuzz: ${cases} cases, ${calls} calls upstream, ${outside.length} outside the table, ${leaks} leaks of the key\n`)
}, 600_000)
