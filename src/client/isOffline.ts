/**
 * Whether the browser knows that no request can arrive. A machine without a network still reaches itself, so an
 * app in development on localhost is never offline.
 */
export function isOffline(endpoint: string): boolean {
  if (globalThis.navigator?.onLine !== false) return false
  const base = globalThis.location?.href
  const url = URL.canParse(endpoint, base) ? new URL(endpoint, base) : undefined
  return url === undefined || !isLoopback(url.hostname)
}

/** This machine, whatever it is called. */
export function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/\.+$/, '')
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host)
}
