/** A file, or the one range of it that was asked for. Several ranges at once are answered with the whole. */
export function serveBytes(bytes: Uint8Array<ArrayBuffer>, contentType: string, range: string | null): Response {
  const headers = { 'Content-Type': contentType, 'Accept-Ranges': 'bytes', 'Cache-Control': 'private, max-age=300' }
  const part = range === null ? undefined : readRange(range, bytes.length)
  if (part === undefined) {
    return new Response(bytes, { headers: { ...headers, 'Content-Length': String(bytes.length) } })
  }
  if (part === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${bytes.length}` } })
  }
  const { start, end } = part
  return new Response(bytes.subarray(start, end + 1), {
    status: 206,
    headers: {
      ...headers,
      'Content-Length': String(end + 1 - start),
      'Content-Range': `bytes ${start}-${end}/${bytes.length}`,
    },
  })
}

/** RFC 9110, 14.1.2; undefined for what is no single range of bytes, which is then ignored. */
function readRange(range: string, size: number): { start: number; end: number } | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/i.exec(range.trim())
  if (!match || (match[1] === '' && match[2] === '')) return undefined
  const [, first, last] = match
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return undefined
  return start >= size ? 'unsatisfiable' : { start, end }
}
