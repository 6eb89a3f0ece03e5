/** How the API writes an answer. The shapes of refusals are those that AudioPod has published. */
export function json(body: unknown, status = 200, headers?: Record<string, string>): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } })
}

export function html(body: string, status = 200): Response {
  return new Response(body, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}

/** `{"error": {"code", "message"}}` */
export function coded(status: number, code: string, message: string, figures?: Record<string, number>): Response {
  return json({ error: { code, message, ...figures } }, status)
}

/** `{"detail": "text"}` */
export function detail(status: number, text: string): Response {
  return json({ detail: text }, status)
}

/** `{"error": {"message", "type", "param"}}` */
export function invalidParam(message: string, param: string): Response {
  return json({ error: { message, type: 'invalid_request_error', param } }, 400)
}

export interface Invalid {
  loc: readonly (string | number)[]
  msg: string
  type: string
}

/** FastAPI's 422: `{"detail": [{"loc", "msg", "type"}]}` */
export function unprocessable(problems: readonly Invalid[]): Response {
  return json({ detail: problems }, 422)
}

export function invalid(at: 'body' | 'query' | 'path', field: string, msg: string, type = 'value_error'): Invalid {
  return { loc: [at, field], msg, type }
}

export const missing = (field: string): Invalid => invalid('body', field, 'Field required', 'missing')

export const unauthorized = (): Response => coded(401, 'unauthorized', 'Invalid API key provided')

function gatewayPage(status: number, words: string): Response {
  const title = `${status} ${words}`
  return html(`<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`, status)
}

/** What a status answers with where a test does not say. */
export function refusal(status: number): Response {
  switch (status) {
    case 204:
      return new Response(null, { status })
    case 400:
      return invalidParam('Unknown voice', 'voice')
    case 401:
      return unauthorized()
    case 402:
      return coded(402, 'insufficient_credits', 'Not enough credits', { credits_needed: 120, credits_available: 40 })
    case 403:
      return coded(403, 'forbidden', "Your plan doesn't include access to this feature")
    case 404:
      return detail(404, 'Not found or access denied')
    case 422:
      return json(
        { error_code: 'PROCESSING_FAILED', message: 'Could not process', details: { reason: 'quality' } },
        422,
      )
    case 429:
      return coded(429, 'rate_limit_exceeded', 'Rate limit exceeded. Please try again later.')
    case 502:
      return gatewayPage(502, 'Bad Gateway')
    case 503:
      return gatewayPage(503, 'Service Temporarily Unavailable')
    case 504:
      return gatewayPage(504, 'Gateway Time-out')
    default:
      return status >= 500
        ? coded(status, 'internal_error', 'Internal server error')
        : status >= 400
          ? detail(status, 'The request was refused')
          : json({}, status)
  }
}

/** A time as the API writes it: whole seconds, UTC. */
export function isoSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`
}

/** Cents, or a fraction of one, as `$0.05`. */
export function dollars(cents: number): string {
  const text = (cents / 100).toFixed(4)
  return `$${text.endsWith('00') ? text.slice(0, -2) : text}`
}
