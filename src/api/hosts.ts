/** This machine, by a hostname as `URL` gives it. */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|(?:.+\.)localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}
