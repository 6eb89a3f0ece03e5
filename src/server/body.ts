import { invalidRequest, Refusal } from './refusals.js'

/** A stream's bytes, read no further than `maxBytes`: a length that a header states is a claim. */
export async function readBytes(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
  tooLong: () => Error,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.byteLength
      if (size > maxBytes) throw tooLong()
      chunks.push(value)
    }
  } catch (error) {
    reader.cancel(error).catch(() => {})
    throw error
  }
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}

const decoder = new TextDecoder('utf-8', { fatal: true })

/** Undefined where the bytes are not UTF-8, which would otherwise be mended in silence. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** The body of a request as text. Refuses one past `maxBytes`, too slow, compressed, or not UTF-8. */
export async function readRequestBody(request: Request, maxBytes: number, timeout: number): Promise<string> {
  const tooLong = () => invalidRequest(413, `The body is longer than ${maxBytes} bytes.`)
  const encoding = request.headers.get('content-encoding') ?? 'identity'
  if (encoding.trim().toLowerCase() !== 'identity') throw invalidRequest(415, 'A compressed body is not accepted.')
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLong()
  if (request.bodyUsed) throw new Refusal(500, 'configuration', 'The server is not set up correctly.', {
    reason: 'the body of the request was read before the proxy had it',
  })
  if (!request.body) return ''
  let isLate = false
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    const reader = request.body.getReader()
    // Ends the reading and its source: what came so far is thrown away.
    timer = setTimeout(() => {
      isLate = true
      reader.cancel().catch(() => {})
    }, timeout)
    const bytes = await readBytes(reader, maxBytes, tooLong)
    if (isLate) throw new Refusal(408, 'timeout', 'The body did not arrive in time.')
    const text = decodeText(bytes)
    if (text === undefined) throw invalidRequest(400, 'The body is not UTF-8 text.')
    return text
  } catch (error) {
    throw error instanceof Refusal ? error : invalidRequest(400, 'The body could not be read.')
  } finally {
    clearTimeout(timer)
  }
}

/** A JSON object, or undefined. */
export function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}

/**
 * The pairs of a form, or undefined where an escape does not stand for UTF-8: `URLSearchParams` would turn it
 * into U+FFFD without a word.
 */
export function parseForm(text: string): [name: string, value: string][] | undefined {
  const decode = (part: string) => decodeURIComponent(part.replaceAll('+', ' '))
  try {
    return text
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const equals = pair.indexOf('=')
        return equals < 0 ? [decode(pair), ''] : [decode(pair.slice(0, equals)), decode(pair.slice(equals + 1))]
      })
  } catch {
    return undefined
  }
}
