import { type NextRequest, NextResponse } from 'next/server'

/** Next's own scripts within the page carry a nonce; styles come from files alone. */
export function proxy(request: NextRequest) {
  const nonce = crypto.randomUUID()
  const policy = `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self'; img-src 'self' data:; media-src *; connect-src *`
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

export const config = { matcher: '/' }
