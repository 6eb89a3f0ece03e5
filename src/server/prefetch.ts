import { type InitialData, type Operation, operations, type Prefetchable, prefetchable } from '../api/index.js'
import { ConfigurationError } from '../errors/index.js'
import type { Answerer } from './proxy.js'

export interface PrefetchOptions {
  /** Milliseconds that the page waits at most; what has not come by then is left to the browser. @default 2_000 */
  timeout?: number | undefined
}

export type Prefetch = (
  from: Request | Headers,
  names: readonly Prefetchable[],
  options?: PrefetchOptions,
) => Promise<InitialData>

/** What a page's own request says of its body, its cache and its sender, which these requests have not. */
const NOT_OURS = /^(?:content-.+|transfer-encoding|connection|expect|range|if-.+|origin|sec-.+|access-control-.+|idempotency-key)$/

/** Asks the proxy itself, so that a prefetch meets every check that a browser's request does. */
export function createPrefetch(answer: Answerer, basePath: string): Prefetch {
  return async function prefetch(from, names, { timeout = 2_000 } = {}) {
    const unknown = names.find((name) => !prefetchable.includes(name))
    if (unknown !== undefined) {
      throw new ConfigurationError(`prefetch takes ${prefetchable.join(', ')}, and not ${JSON.stringify(unknown)}.`)
    }
    // Next.js gives headers that have a member called `headers` themselves.
    const [incoming, origin] = 'url' in from ? [from.headers, from.url] : [from, 'http://localhost']
    const headers = new Headers()
    for (const [name, value] of incoming) if (!NOT_OURS.test(name)) headers.set(name, value)
    headers.set('accept', 'application/json')
    const signal = AbortSignal.timeout(timeout)
    const now = Date.now()

    async function ask(name: Prefetchable): Promise<readonly [Prefetchable, unknown] | undefined> {
      const row: Operation = operations[name]
      const { status, body } = await answer(new Request(new URL(basePath + row.path, origin), { headers, signal }), signal)
      if (status === 404 && row.absent) return [name, row.absent()]
      if (status !== 200 || body === undefined) return undefined
      try {
        return [name, row.decode(JSON.parse(body), { now, input: {} })]
      } catch {
        // The browser asks again, and says what is wrong with it.
        return undefined
      }
    }

    // `authorize` is the app's own code, and may hang where nothing listens to the signal.
    const tooLate = new Promise<undefined>((resolve) => signal.addEventListener('abort', () => resolve(undefined), { once: true }))
    const answered = await Promise.all([...new Set(names)].map((name) => Promise.race([ask(name), tooLate])))
    const answers: InitialData['answers'] = Object.fromEntries(answered.filter((each) => each !== undefined))
    return { at: new Date(now).toISOString(), answers }
  }
}
