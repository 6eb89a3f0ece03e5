import { checkFieldsBy, checkPlainKind, type FieldProblem } from '../api/index.js'
import { InvalidRequestError } from '../errors/index.js'
import type { Encode } from './plainRequest.js'

/**
 * The request of an operation that takes a query of numbers, switches and words from a list, and nothing else: what
 * `withInput` makes of it, without the rest.
 */
export function withQuery(input: Readonly<Record<string, unknown>>): Encode {
  return (endpoint, { name, method, path, query = [] }) => {
    refuse(name, checkFieldsBy(checkPlainKind, query, (field) => input[field.name]))
    const wire: Record<string, unknown> = {}
    const search = new URLSearchParams()
    for (const field of query) {
      if (input[field.name] === undefined) continue
      wire[field.wire] = input[field.name]
      search.set(field.wire, String(wire[field.wire]))
    }
    const text = String(search)
    return { url: `${endpoint}${path}${text && `?${text}`}`, method, contentType: undefined, wire }
  }
}

/** @throws InvalidRequestError where there are any */
export function refuse(operation: string, problems: readonly FieldProblem[]): void {
  if (problems.length === 0) return
  const sentence = problems.map((problem) => `${problem.name} ${problem.message}`).join('; ')
  throw new InvalidRequestError(`${operation} was not sent: ${sentence}.`, { fields: problems })
}
