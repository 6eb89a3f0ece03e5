import { checkFields, checkKind, type Field, type FieldProblem, type Operation, readText } from '../api/index.js'
import { parseForm, parseObject, readRequestBody } from './body.js'
import { invalidRequest, notFound } from './refusals.js'

/** A request as it goes upstream: every part of it written anew from checked values. */
export interface UpstreamRequest {
  method: string
  /** Below `/api/v1`, with its query. */
  path: string
  body?: string | undefined
  contentType?: string | undefined
}

export interface BodyLimits {
  maxBodyBytes: number
  timeout: number
}

const CONTENT_TYPES = { json: 'application/json', form: 'application/x-www-form-urlencoded' } as const

/** Checks a request against its row of the table. What the row does not know is dropped, what it knows must be right. */
export async function readInput(
  row: Operation,
  params: Readonly<Record<string, string>>,
  request: Request,
  limits: BodyLimits,
): Promise<UpstreamRequest> {
  const path = fillPath(row, params) + readQuery(row, request)
  if (!row.body) return { method: row.method, path }
  const contentType = CONTENT_TYPES[row.body.type]
  checkContentType(request, contentType)
  const text = await readRequestBody(request, limits.maxBodyBytes, limits.timeout)
  const body = row.body.type === 'json' ? readJson(row.body.fields, text) : readForm(row.body.fields, text)
  return { method: row.method, path, body, contentType }
}

function fillPath(row: Operation, params: Readonly<Record<string, string>>): string {
  return row.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = params[name]
    if (id === undefined || checkKind({ type: 'id' }, id) !== undefined) throw notFound()
    return id
  })
}

function readQuery(row: Operation, request: Request): string {
  const fields = row.query ?? []
  const given = new URL(request.url).searchParams
  const known = [...given].filter(([name]) => fields.some((field) => field.wire === name))
  const values = readPairs(fields, known)
  check(fields, (field) => values.get(field.wire))
  const query = encode(collect(fields, (field) => values.get(field.wire)))
  return query === '' ? '' : `?${query}`
}

/** `application/json` or the form's type, in UTF-8. It keeps out what a form of another site can send to a JSON operation. */
function checkContentType(request: Request, expected: string): void {
  const given = request.headers.get('content-type') ?? ''
  const [type = '', ...parameters] = given.split(';').map((part) => part.trim().toLowerCase())
  const plain = parameters.every((parameter) => parameter === '' || /^charset="?utf-?8"?$/.test(parameter))
  if (type !== expected || !plain) throw invalidRequest(415, `The body must be ${expected} in UTF-8.`)
}

function readJson(fields: readonly Field[], text: string): string {
  const object = parseObject(text)
  if (!object) throw invalidRequest(400, 'The body is not a JSON object.')
  const value = (field: Field) => (Object.hasOwn(object, field.wire) ? object[field.wire] : undefined)
  check(fields, value)
  return JSON.stringify(collect(fields, value))
}

function readForm(fields: readonly Field[], text: string): string {
  const pairs = parseForm(text)
  if (!pairs) throw invalidRequest(400, 'The body is not a form in UTF-8.')
  const outer = fields.filter((field) => field.within === undefined)
  const inner = fields.filter((field) => field.within !== undefined)
  const names = new Set(fields.map((field) => field.within ?? field.wire))
  const values = readPairs(outer, pairs.filter(([name]) => names.has(name)))
  const packed = values.get('generation_params') ?? '{}'
  const members = typeof packed === 'string' ? parseObject(packed) : undefined
  if (!members) throw invalid([{ name: 'generation_params', message: 'must be a JSON object' }])
  const value = (field: Field) => {
    if (field.within === undefined) return values.get(field.wire)
    return Object.hasOwn(members, field.wire) ? members[field.wire] : undefined
  }
  check(fields, value)
  const params = collect(inner, value)
  const encoded = Object.keys(params).length > 0 ? { generation_params: JSON.stringify(params) } : {}
  return encode({ ...collect(outer, value), ...encoded })
}

/** For a query or a form, whose values are texts, numbers and booleans. */
function encode(values: Readonly<Record<string, unknown>>): string {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    form.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  return form.toString()
}

/** Values by name. A name that comes twice is refused: two readers would choose differently. */
function readPairs(fields: readonly Field[], pairs: readonly (readonly [string, string])[]): Map<string, unknown> {
  const values = new Map<string, unknown>()
  for (const [name, text] of pairs) {
    const field = fields.find((candidate) => candidate.wire === name)
    if (values.has(name)) throw invalid([{ name: field?.name ?? name, message: 'is there more than once' }])
    values.set(name, field ? readText(field.kind, text) : text)
  }
  return values
}

function collect(fields: readonly Field[], value: (field: Field) => unknown): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const field of fields) {
    const given = value(field)
    if (given !== undefined) kept[field.wire] = given
  }
  return kept
}

function check(fields: readonly Field[], value: (field: Field) => unknown): void {
  const problems = checkFields(fields, value)
  if (problems.length > 0) throw invalid(problems)
}

function invalid(problems: readonly FieldProblem[]): Error {
  const [first] = problems
  return invalidRequest(422, first ? `${first.name} ${first.message}.` : 'The request is not valid.', problems)
}
