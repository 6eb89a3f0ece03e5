import { Refusal } from '../refusals.js'
import type { HeaderReader } from '../transport.js'

/** RFC 9110, 8.8.3; a weak one is of no use to `If-Range`. */
const STRONG_ETAG = /^"[\x21\x23-\x7e]{1,128}"$/
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/**
 * What of the browser's headers goes to the clip's host: one range of bytes, and on what condition. Anything else that
 * `Range` may say is ignored, as RFC 9110 allows, and the whole clip comes.
 */
export function rangeOf(headers: Headers): Record<string, string> {
  const range = headers.get('range')?.trim() ?? ''
  if (!/^bytes=(?:\d{1,15}-\d{0,15}|-\d{1,15})$/.test(range)) return {}
  const condition = headers.get('if-range')?.trim()
  if (condition === undefined) return { range }
  // A condition that cannot be asked is not met.
  return STRONG_ETAG.test(condition) || HTTP_DATE.test(condition) ? { range, 'if-range': condition } : {}
}

/** What of the clip's headers the browser gets, beside its type and name; all of it checked. */
export function partHeaders(status: 200 | 206, clip: HeaderReader, maxBytes: number): Record<string, string> {
  const headers: Record<string, string> = {}
  const length = size(clip.get('content-length'))
  if (length !== undefined && length > maxBytes) {
    throw new Refusal(502, 'invalid_response', 'The audio is too long to be passed on.', {
      reason: `the clip has ${length} bytes, more than ${maxBytes}`,
    })
  }
  if (length !== undefined) headers['Content-Length'] = String(length)
  if (status === 206) {
    const range = contentRange(clip.get('content-range'))
    if (!range || (length !== undefined && length !== range.length)) throw notUnderstood('a range that is none')
    headers['Content-Range'] = range.text
  }
  if (status === 206 || clip.get('accept-ranges')?.trim().toLowerCase() === 'bytes') headers['Accept-Ranges'] = 'bytes'
  const etag = clip.get('etag')?.trim() ?? ''
  if (STRONG_ETAG.test(etag)) headers['ETag'] = etag
  const modified = clip.get('last-modified')?.trim() ?? ''
  if (HTTP_DATE.test(modified)) headers['Last-Modified'] = modified
  return headers
}

/** A range that lies outside the clip, with the clip's length where its host says it. */
export function unsatisfiable(clip: HeaderReader): Refusal {
  const total = /^bytes \*\/(\d{1,15})$/.exec(clip.get('content-range')?.trim() ?? '')?.[1]
  return new Refusal(416, 'invalid_request', 'The audio is shorter than that.', {
    headers: { 'Accept-Ranges': 'bytes', ...(total !== undefined && { 'Content-Range': `bytes */${Number(total)}` }) },
  })
}

export const notUnderstood = (what: string): Refusal =>
  new Refusal(502, 'invalid_response', 'The audio could not be fetched.', { reason: `the clip's host answered with ${what}` })

function size(value: string | null): number | undefined {
  return value !== null && /^\d{1,15}$/.test(value.trim()) ? Number(value) : undefined
}

function contentRange(value: string | null): { text: string; length: number } | undefined {
  const [, first, last, total] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/.exec(value?.trim() ?? '') ?? []
  if (first === undefined || last === undefined || total === undefined) return undefined
  const [from, to] = [Number(first), Number(last)]
  if (to < from || (total !== '*' && to >= Number(total))) return undefined
  return { text: `bytes ${from}-${to}/${total}`, length: to - from + 1 }
}
