import { matchOperation, methodsOf, type OperationName } from '../api/index.js'
import { notFound, Refusal } from './refusals.js'

/**
 * Every segment of a path of ours is a plain word or an id, and neither needs escaping. So nothing is
 * ever decoded: a `%`, an empty or a dot segment, a backslash is no path of ours, however often encoded.
 */
const PLAIN_PATH = /^(?:\/[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)+$/

export interface Route {
  name: OperationName
  /** By wire name. */
  params: Record<string, string>
  /** Not the operation's own answer is wanted, but a file of the job that it tells of: a route of the proxy's. */
  file?: JobFile
}

/** What a finished job has made. */
export type JobFile = 'audio' | 'timestamps'

const FILE = /^\/voice\/tts-jobs\/([^/]+)\/(audio|timestamps)$/

/** The part of a URL's path below `basePath`, which ends in no slash; undefined if it is not canonical or not below it. */
export function pathBelow(basePath: string, url: string): string | undefined {
  const { pathname } = new URL(url)
  if (!pathname.startsWith(`${basePath}/`)) return undefined
  const rest = pathname.slice(basePath.length)
  return PLAIN_PATH.test(rest) ? rest : undefined
}

/** The operation that a request is for. Refuses with 404 outside the table and 405 for another method. */
export function findRoute(method: string, path: string): Route {
  const [, job, file] = (method === 'GET' || method === 'HEAD' ? FILE.exec(path) : null) ?? []
  // Who may ask for the job may have what it made.
  if (job !== undefined) return { name: 'speech.get', params: { job_id: job }, file: file === 'audio' ? 'audio' : 'timestamps' }
  const route = matchOperation(method, path)
  if (route) return route
  const methods = methodsAt(path)
  if (methods.length === 0) throw notFound()
  throw new Refusal(405, 'invalid_request', `This path does not answer to ${method}.`, {
    headers: { Allow: methods.join(', ') },
  })
}

/** The methods that a path answers to; empty where there is nothing. */
export function methodsAt(path: string): string[] {
  return FILE.test(path) ? ['GET', 'HEAD'] : methodsOf(path)
}

/**
 * Whether the target of an HTTP request line means what it says. To be asked before `new URL` resolves
 * dot segments, turns backslashes round, and takes `//evil.example` for a host.
 */
export function isCanonicalTarget(target: string): boolean {
  const query = target.indexOf('?')
  const path = query < 0 ? target : target.slice(0, query)
  if (!/^\/[\x21-\x7e]*$/.test(path) || /[\\%#]/.test(path)) return false
  return path
    .slice(1)
    .split('/')
    .every((segment) => segment !== '' && segment !== '.' && segment !== '..')
}
