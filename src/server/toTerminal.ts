import type { AudioPodProxyEvent } from './options.js'

/** So that a stream of ever new words fills no memory. */
const MOST = 100

/**
 * An `onEvent` for development: what only the operator can mend (a key that is missing, an `authorize` that threw, a
 * `Host` that was rewritten, a permission that was not given) stands in the terminal, each once.
 */
export function toTerminal(): (event: AudioPodProxyEvent) => void {
  const said = new Set<string>()
  return ({ operation, status, error }) => {
    if (!error || (status !== undefined && status < 500 && status !== 403)) return
    const what = status === undefined ? '' : `${operation ?? 'a request'} was answered ${status}: `
    const line = `audiopod-react/server: ${what}${error.message}`
    if (said.has(line) || said.size >= MOST) return
    said.add(line)
    // oxlint-disable-next-line no-console -- the terminal is what this is for
    console.warn(line)
  }
}
