import { type Operation, type OperationName, operations } from './operations.js'

/** The operation that a request is for, and the ids in its path; undefined if there is none. `path` is below `/api/v1`. */
export function matchOperation(
  method: string,
  path: string,
): { name: OperationName; params: Record<string, string> } | undefined {
  const segments = path.split('/')
  for (const name of Object.keys(operations) as OperationName[]) {
    const row: Operation = operations[name]
    if (row.method !== method) continue
    const params = matchPath(row.path.split('/'), segments)
    if (params) return { name, params }
  }
  return undefined
}

function matchPath(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined
  const params: Record<string, string> = {}
  for (const [i, part] of pattern.entries()) {
    const segment = segments[i] as string
    if (part.startsWith('{')) params[part.slice(1, -1)] = segment
    else if (part !== segment) return undefined
  }
  return params
}

/** The methods that a path answers to, for an `Allow` header; empty if the path is not in the table. */
export function methodsOf(path: string): string[] {
  return ['GET', 'POST', 'DELETE'].filter((method) => matchOperation(method, path) !== undefined)
}
