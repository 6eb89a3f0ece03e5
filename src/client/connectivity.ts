import { isLoopback } from '../api/index.js'
import type { Connectivity } from '../schedule/index.js'

/**
 * Whether the browser knows that no request can arrive. A machine without a network still reaches itself: on localhost
 * an app that was opened there is not offline, and is only once the browser says that it has become so, as it does for
 * "Offline" in its developer tools.
 */
export function browserConnectivity(endpoint: string): Connectivity {
  let hasGoneOffline = false
  // React Native has a window without events.
  const page = typeof window === 'undefined' || !('addEventListener' in window) ? undefined : window
  // For as long as the page: a client has no end.
  page?.addEventListener('offline', () => {
    hasGoneOffline = true
  })
  return {
    isOffline() {
      if (globalThis.navigator?.onLine !== false) {
        hasGoneOffline = false
        return false
      }
      const base = globalThis.location?.href
      const url = URL.canParse(endpoint, base) ? new URL(endpoint, base) : undefined
      return hasGoneOffline || url === undefined || !isLoopback(url.hostname.replace(/\.+$/, ''))
    },
    onChange(listener) {
      page?.addEventListener('online', listener)
      return () => page?.removeEventListener('online', listener)
    },
  }
}
