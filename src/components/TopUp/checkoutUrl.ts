import { isLoopback } from '../../api/hosts.js'

/** A checkout's address that a person may be sent to: https, or plain http on this machine. Undefined for any other. */
export function checkoutUrl(url: string | undefined): string | undefined {
  if (url === undefined) return undefined
  try {
    const { protocol, hostname, username, password, href } = new URL(url)
    if (username !== '' || password !== '') return undefined
    return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)) ? href : undefined
  } catch {
    return undefined
  }
}
