import { http, type HttpHandler } from 'msw'
import { filePattern } from './files/paths.js'
import { routes } from './routes.js'

/** MSW handlers for every operation, below any base URL, and for the URLs that the answers hold. */
export function createHandlers(handle: (request: Request) => Promise<Response>, endpoint: string): HttpHandler[] {
  const resolver = ({ request }: { request: Request }) => handle(request)
  const methods = { GET: http.get, POST: http.post, DELETE: http.delete }
  return [
    ...routes.map(({ method, path }) => methods[method](`${endpoint}${path}`, resolver)),
    http.all(filePattern, resolver),
  ]
}
