import { isLoopback } from '../api/index.js'
import type { Connectivity } from '../schedule/index.js'

/**
 * Whether the browser knows that no request can arrive. A machine without a network still reaches itself, so an
 * app in development on localhost is never offline.
 */
export function browserConnectivity(endpoint: string): Connectivity {
  return {
    isOffline() {
      if (globalThis.navigator?.onLine !== false) return false
      const base = globalThis.location?.href
      const url = URL.canParse(endpoint, base) ? new URL(endpoint, base) : undefined
      return url === undefined || !isLoopback(url.hostname.replace(/\.+$/, ''))
    },
    onChange(listener) {
      if (typeof window === 'undefined') return () => {}
      window.addEventListener('online', listener)
      return () => window.removeEventListener('online', listener)
    },
  }
}
