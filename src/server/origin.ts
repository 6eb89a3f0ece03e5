import { methodsAt } from './paths.js'
import { type Answer, notFound, Refusal } from './refusals.js'

/**
 * Refuses a change that a page of another site may have sent with the user's cookies.
 *
 * `Origin` and `Sec-Fetch-Site` are the browser's own words, which no page can set. Both must agree, where
 * they are there. A request with neither comes from no browser, and is left to `authorize`.
 */
export function checkOrigin(request: Request, allowedOrigins: ReadonlySet<string>): void {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  if (origin !== null && allowedOrigins.has(origin)) return
  const originHolds = origin === null || isOwnOrigin(origin, request)
  // `none`: the person did it, not a page. `same-site` is refused: a sibling subdomain may be somebody else's.
  const siteHolds = site === null || site === 'same-origin' || site === 'none'
  if (originHolds && siteHolds) return
  const message =
    'This request comes from another site. If it is the app itself, behind a proxy that rewrites Host: let it keep Host, ' +
    'or name the origin of the page in allowedOrigins.'
  throw new Refusal(403, 'forbidden', message, {
    reason: originHolds
      ? `Sec-Fetch-Site is ${JSON.stringify(site)}`
      : 'Origin is neither the address of the request nor one of allowedOrigins',
  })
}

/**
 * Hosts are compared, and schemes only where that says something: behind a proxy that ends TLS the request
 * says http where the page says https. The other way round, an http page before an https endpoint, is refused.
 * Some frameworks put their own address into `request.url`; then `Host`, which a page cannot set either, holds.
 */
function isOwnOrigin(origin: string, request: Request): boolean {
  const page = parse(origin)
  if (!page || !/^https?:$/.test(page.protocol)) return false
  const target = new URL(request.url)
  if (target.protocol === 'https:' && page.protocol !== 'https:') return false
  const hosts = [target.host, request.headers.get('host')]
  return hosts.some((host) => host !== null && parse(`${page.protocol}//${host}`)?.origin === origin)
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined
}

/** Answers the question that a browser asks before a request across origins. */
export function preflight(request: Request, path: string, allowedOrigins: ReadonlySet<string>): Answer {
  const methods = methodsAt(path)
  if (methods.length === 0) throw notFound()
  const origin = request.headers.get('origin')
  if (origin === null || request.headers.get('access-control-request-method') === null) {
    throw new Refusal(405, 'invalid_request', 'This path does not answer to OPTIONS.', {
      headers: { Allow: methods.join(', ') },
    })
  }
  if (!allowedOrigins.has(origin)) {
    throw new Refusal(403, 'forbidden', 'This origin is not allowed.', {
      reason: 'Origin is not one of allowedOrigins',
    })
  }
  // The app's own headers (session, CSRF token) are not known here; only names go back, and only to an allowed origin.
  const asked = request.headers.get('access-control-request-headers') ?? ''
  return {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': methods.join(', '),
      ...(/^[A-Za-z0-9-]+(?:\s*,\s*[A-Za-z0-9-]+)*$/.test(asked) && { 'Access-Control-Allow-Headers': asked }),
      'Access-Control-Max-Age': '600',
    },
  }
}
