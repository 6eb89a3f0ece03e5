/**
 * What lies at an address, if it can be read and is no longer than that: not a byte more is taken. Without the sender's
 * address, which a signed link's host need not know.
 */
export async function readBytes(
  src: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const stop = new AbortController()
  const onAbort = () => stop.abort()
  signal.addEventListener('abort', onAbort, { once: true })
  let isWhole = false
  try {
    signal.throwIfAborted()
    const { ok, headers, body } = await fetch(src, { signal: stop.signal, referrerPolicy: 'no-referrer' })
    if (!ok || !body || Number(headers.get('content-length') ?? 0) > maxBytes) return undefined
    const parts: Uint8Array[] = []
    let size = 0
    for (const reader = body.getReader(); ; ) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.length
      if (size > maxBytes) return undefined
      parts.push(value)
    }
    isWhole = true
    const bytes = new Uint8Array(size)
    let at = 0
    for (const part of parts) {
      bytes.set(part, at)
      at += part.length
    }
    return bytes
  } catch {
    return undefined
  } finally {
    signal.removeEventListener('abort', onAbort)
    if (!isWhole) stop.abort()
  }
}
