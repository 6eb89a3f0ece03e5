import { systemClock } from '../../../src/schedule/index.js'
import type { TabPorts } from '../../../src/state/index.js'

interface Held {
  tab: FakeTab
  resolve: () => void
  reject: (error: Error) => void
  run: () => Promise<void>
}

interface Lock {
  holder?: Held | undefined
  queue: Held[]
}

interface Listener {
  tab: FakeTab
  hear: (data: unknown) => void
}

/** One origin's locks and channels, and what a browser does to its tabs. Time is the (fake) global clock's. */
export interface FakeBrowser {
  open: () => FakeTab
  /** The tabs that hold a lock whose name ends so, by the browser's own book. */
  holders: (suffix: string) => FakeTab[]
  names: () => string[]
  /** All that was said over channels, as it went. */
  said: { channel: string; data: unknown }[]
}

export interface FakeTab {
  ports: TabPorts
  fetchAs: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch
  isFrozen: () => boolean
  isOpen: () => boolean
  /** Gone without a word, as a killed process is. */
  kill: () => void
  freeze: () => void
  thaw: () => void
  setHidden: (isHidden: boolean) => void
  /** Runs it as a task of this tab: later where it is frozen, never where it is gone. */
  run: (task: () => void) => void
}

export function createFakeBrowser(delay: () => number = () => 1): FakeBrowser {
  const locks = new Map<string, Lock>()
  const channels = new Map<string, Set<Listener>>()
  const said: FakeBrowser['said'] = []

  const lockOf = (name: string): Lock => {
    const lock = locks.get(name) ?? { queue: [] }
    locks.set(name, lock)
    return lock
  }

  function advance(lock: Lock) {
    if (lock.holder) return
    const next = lock.queue.shift()
    if (!next) return
    lock.holder = next
    next.tab.run(() => {
      void next.run().finally(() => {
        next.resolve()
        if (lock.holder === next) lock.holder = undefined
        advance(lock)
      })
    })
  }

  function open(): FakeTab {
    let isOpen = true
    let isFrozen = false
    let isHidden = false
    let backlog: (() => void)[] = []
    const watchers = new Set<() => void>()
    const run = (task: () => void) => {
      if (!isOpen) return
      if (isFrozen) backlog.push(task)
      else task()
    }
    const thaw = () => {
      isFrozen = false
      const late = backlog
      backlog = []
      for (const task of late) run(task)
    }
    const tab: FakeTab = {
      run,
      isFrozen: () => isFrozen,
      isOpen: () => isOpen,
      thaw,
      freeze: () => {
        isFrozen = true
      },
      kill() {
        isOpen = false
        for (const lock of locks.values()) {
          lock.queue = lock.queue.filter((held) => held.tab !== tab)
          if (lock.holder?.tab === tab) lock.holder = undefined
          advance(lock)
        }
        for (const listeners of channels.values()) for (const one of listeners) if (one.tab === tab) listeners.delete(one)
      },
      setHidden(value) {
        isHidden = value
        for (const watcher of watchers) run(watcher)
      },
      fetchAs: (fetch) => async (input, init) => {
        // A frozen page sends nothing and hears of nothing; a killed one never does.
        await new Promise<void>((resolve) => run(resolve))
        const response = await fetch(input, init)
        await new Promise<void>((resolve) => run(resolve))
        return response
      },
      ports: {
        locks: {
          request: (name, options, whileHeld) =>
            new Promise<void>((resolve, reject) => {
              const lock = lockOf(name)
              const refuse = (error: Error) => run(() => reject(error))
              const held: Held = { tab, resolve, reject: refuse, run: whileHeld }
              if ('steal' in options) {
                lock.holder?.reject(new DOMException('Stolen.', 'AbortError'))
                lock.holder = undefined
                lock.queue.unshift(held)
              } else {
                if (options.signal.aborted) return refuse(new DOMException('Aborted.', 'AbortError'))
                options.signal.addEventListener('abort', () => {
                  const index = lock.queue.indexOf(held)
                  if (index < 0) return
                  lock.queue.splice(index, 1)
                  refuse(new DOMException('Aborted.', 'AbortError'))
                })
                lock.queue.push(held)
              }
              queueMicrotask(() => advance(lock))
            }),
        },
        openChannel(name, onMessage) {
          const listeners = channels.get(name) ?? new Set()
          channels.set(name, listeners)
          const own: Listener = { tab, hear: onMessage }
          listeners.add(own)
          return {
            postMessage(message) {
              const data: unknown = structuredClone(message)
              said.push({ channel: name, data })
              for (const listener of listeners) {
                if (listener === own) continue
                setTimeout(() => {
                  if (listeners.has(listener)) listener.tab.run(() => listener.hear(data))
                }, delay())
              }
            },
            close: () => void listeners.delete(own),
          }
        },
        clock: {
          now: systemClock.now,
          after(ms, task) {
            let isOver = false
            const stop = systemClock.after(ms, () => run(() => {
              if (!isOver) task()
            }))
            return () => {
              isOver = true
              stop()
            }
          },
        },
        isHidden: () => isHidden,
        onVisibility(listener) {
          watchers.add(listener)
          return () => watchers.delete(listener)
        },
      },
    }
    return tab
  }

  return {
    open,
    said,
    names: () => [...locks.keys(), ...channels.keys()],
    holders: (suffix) =>
      [...locks].flatMap(([name, { holder }]) => (name.endsWith(suffix) && holder ? [holder.tab] : [])),
  }
}
