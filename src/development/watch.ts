import { inDevelopment } from '../errors/misuse.js'
import type * as advice from './advice.js'

/** Of a request: where it went, and what for. Never its path or query, which hold ids. */
export interface Watched {
  endpoint: string
  operation: string
  credentials: RequestCredentials
}

type Advice = typeof advice

/**
 * What a developer is told in words is fetched when there may be something to tell. A run of tests is told nothing: its
 * answers are made up, jsdom knows no stylesheets, and some set-ups fail a test for what the console says.
 */
function isWatched(): boolean {
  return inDevelopment(() => process.env.NODE_ENV !== 'production' && process.env.NODE_ENV !== 'test' && typeof document !== 'undefined')
}

function tell(use: (late: Advice) => void | Promise<void>): void {
  // Said here again: bundlers split off what is imported late before they leave out who imports it.
  const coming = inDevelopment(() => process.env.NODE_ENV !== 'production' && import('./advice.js'))
  if (coming) coming.then(use).catch(() => {})
}

/** Endpoints that have told of the rate limit, or need not. */
const paced = new Set<string>()

/** Looks at an answer of the network, before anybody reads its body. */
export function watchAnswer(watched: Watched, asked: string, response: Response): void {
  if (!isWatched()) return
  const { headers } = response
  // It answers as it should, and what it has not passed on AudioPod has not said.
  if (headers.has('x-audiopod-proxy')) paced.add(watched.endpoint)
  else if (!/\bjson\b/i.test(headers.get('content-type') ?? '')) {
    const copy = copyOf(response)
    if (copy) tell((late) => late.lookAtPage(watched, asked, copy))
  } else if (tellsOfLimit(headers)) paced.add(watched.endpoint)
  // A cache in between keeps no figures, and a refusal need not carry any.
  else if (response.ok && !headers.has('age') && !paced.has(watched.endpoint)) {
    tell((late) => late.lookAtPacing(watched, () => paced.has(watched.endpoint)))
  }
}

/** Undefined for what a `fetch` of the app's own gave that cannot be copied. */
function copyOf(response: Response): Response | undefined {
  try {
    return response.clone()
  } catch {
    return undefined
  }
}

function tellsOfLimit(headers: Headers): boolean {
  let tells = headers.has('retry-after')
  headers.forEach((_, name) => {
    tells ||= /^(?:x-)?rate-?limit/.test(name)
  })
  return tells
}

/** Looks into why no answer came. */
export function watchFailure(watched: Watched, error: unknown): void {
  if (!isWatched() || !(error instanceof TypeError) || navigator.onLine === false) return
  tell((late) => late.lookAtFailure(watched))
}

/** Looks whether a widget has its stylesheet. A ref of its root. */
export function watchStyles(root: Element | null): void {
  if (root && isWatched()) tell((late) => late.lookAtStyles(root))
}
