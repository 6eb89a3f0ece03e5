// @ts-check
/** @typedef {{ tab: object, resolve: (value?: unknown) => void, reject: (error: unknown) => void, run: () => Promise<void> }} Held */

/** One origin's Web Locks and channels, for pages of this process. A message takes a millisecond of the virtual clock. */
export function createOrigin() {
  /** @type {Map<string, { holder: Held | undefined, queue: Held[] }>} */
  const locks = new Map()
  /** @type {Map<string, Set<(data: unknown) => void>>} */
  const channels = new Map()

  /** @param {{ holder: Held | undefined, queue: Held[] }} lock */
  function advance(lock) {
    const next = lock.holder ? undefined : lock.queue.shift()
    if (!next) return
    lock.holder = next
    void next.run().finally(() => {
      next.resolve()
      if (lock.holder === next) lock.holder = undefined
      advance(lock)
    })
  }

  /** @param {string} name @param {{ signal?: AbortSignal, steal?: true }} options @param {() => Promise<void>} run */
  function request(name, { signal, steal }, run) {
    return new Promise((resolve, reject) => {
      const lock = locks.get(name) ?? { holder: undefined, queue: [] }
      locks.set(name, lock)
      const held = { tab: {}, resolve, reject, run }
      const refuse = () => reject(new DOMException('The request was aborted.', 'AbortError'))
      if (signal?.aborted) return refuse()
      signal?.addEventListener('abort', () => {
        const index = lock.queue.indexOf(held)
        if (index < 0) return
        lock.queue.splice(index, 1)
        refuse()
      })
      if (steal) {
        lock.holder?.reject(new DOMException('The lock was stolen.', 'AbortError'))
        lock.holder = undefined
        lock.queue.unshift(held)
      } else {
        lock.queue.push(held)
      }
      queueMicrotask(() => advance(lock))
    })
  }

  class Channel extends EventTarget {
    /** @param {string} name */
    constructor(name) {
      super()
      this.others = channels.get(name) ?? new Set()
      channels.set(name, this.others)
      this.hear = (/** @type {unknown} */ data) => this.dispatchEvent(new MessageEvent('message', { data }))
      this.others.add(this.hear)
    }
    /** @param {unknown} message */
    postMessage(message) {
      const data = structuredClone(message)
      for (const hear of this.others) {
        if (hear !== this.hear) setTimeout(() => this.others.has(hear) && hear(data), 1)
      }
    }
    close() {
      this.others.delete(this.hear)
    }
  }

  return { locks: { request }, Channel }
}
