import { checkFields, type Field, type Operation } from '../api/index.js'
import { refuse } from './plainQuery.js'
import type { EncodedRequest, Encode } from './plainRequest.js'

/** What a caller gives an operation, by the names of `Field.name`. */
export type Input = Readonly<Record<string, unknown>>

/**
 * Turns a caller's values into the request that AudioPod documents. What it gives throws an InvalidRequestError, naming
 * the fields, before anything is sent.
 */
export function withInput(input: Input): Encode {
  return (endpoint, operation) => encodeRequest(endpoint, operation, input)
}

function encodeRequest(endpoint: string, row: Operation, input: Input): EncodedRequest {
  const params = row.params ?? []
  const query = row.query ?? []
  const body = row.body?.fields ?? []
  const fields = [...params, ...query, ...body]
  const valueOf = (field: Field) => {
    const value = Object.hasOwn(input, field.name) ? input[field.name] : undefined
    // Ids are texts here, and numbers in many an app's own tables.
    return field.kind.type === 'id' && Number.isSafeInteger(value) ? String(value) : value
  }
  refuse(row.name, checkFields(fields, valueOf))
  const wire: Record<string, unknown> = {}
  for (const field of fields) {
    const value = valueOf(field)
    if (value !== undefined) wire[field.wire] = value
  }
  const path = row.path.replace(/\{(\w+)\}/g, (_, id: string) => encodeURIComponent(String(wire[id])))
  const search = new URLSearchParams(texts(query, wire)).toString()
  return {
    url: `${endpoint}${path}${search && `?${search}`}`,
    method: row.method,
    ...encodeBody(row.body, wire),
    wire,
  }
}

function encodeBody(
  body: Operation['body'],
  wire: Record<string, unknown>,
): Pick<EncodedRequest, 'body' | 'contentType'> {
  if (!body) return { contentType: undefined }
  if (body.type === 'json') {
    const members = body.fields.flatMap(({ wire: name }) => (name in wire ? [[name, wire[name]] as const] : []))
    return { contentType: 'application/json', body: JSON.stringify(Object.fromEntries(members)) }
  }
  const form = new URLSearchParams(texts(body.fields.filter((field) => !field.within), wire))
  const nested = body.fields.filter((field) => field.within && field.wire in wire)
  const container = nested[0]?.within
  if (container) {
    form.set(container, JSON.stringify(Object.fromEntries(nested.map((field) => [field.wire, wire[field.wire]]))))
  }
  return { contentType: 'application/x-www-form-urlencoded', body: form.toString() }
}

function texts(fields: readonly Field[], wire: Record<string, unknown>): [string, string][] {
  return fields.flatMap((field) => (field.wire in wire ? [[field.wire, String(wire[field.wire])] as [string, string]] : []))
}
