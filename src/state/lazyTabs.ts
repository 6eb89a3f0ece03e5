import { loadEngine } from '../client/index.js'
import { canShare } from './canShare.js'
import type { Tabs, TabsOptions } from './tabs/index.js'

export interface LazyTabs extends Omit<Tabs, 'follow'> {
  /** Undefined where each tab works alone. */
  shared: () => Promise<Tabs | undefined>
}

let loaded: { createTabs: (options: TabsOptions) => Tabs } | undefined

/** Fetched once a page, with what it tells other tabs of; a later session has both at once. */
export async function loadTabs(): Promise<void> {
  const engine = loadEngine()
  loaded ??= await import('./tabs/createTabs.js')
  await engine
}

/**
 * What tabs have in common, fetched where there can be something: for a user with a name, in a browser with locks and
 * channels. Everywhere else, and where fetching fails, each tab works alone.
 */
export function createLazyTabs(options: TabsOptions): LazyTabs {
  const { userId, ports, connection: { core } } = options
  const isAlone = userId === undefined || !(ports || canShare())
  let tabs = isAlone || (core && !core.engine()) ? undefined : loaded?.createTabs(options)
  let loading: Promise<Tabs | undefined> | undefined
  /** Undefined: a hook may read before its provider's effects have run. */
  let isOpen: boolean | undefined

  async function load(): Promise<Tabs | undefined> {
    try {
      await Promise.all([loadTabs(), core?.load()])
    } catch {
      return undefined
    }
    tabs = loaded?.createTabs(options)
    if (isOpen) tabs?.open()
    // Left meanwhile: a read that waited for this must not open anything.
    if (isOpen === false) tabs?.close()
    return tabs
  }

  async function shared(): Promise<Tabs | undefined> {
    if (tabs || isAlone) return tabs
    return (loading ??= load())
  }

  return {
    shared,
    open() {
      isOpen = true
      if (tabs) tabs.open()
      else void shared()
    },
    close() {
      isOpen = false
      tabs?.close()
    },
    isLeading: () => tabs?.isLeading() ?? isAlone,
    outdate: (operations, at) => tabs?.outdate(operations, at),
    async read(question, ask, call) {
      const others = tabs ?? (isAlone ? undefined : await shared())
      return others ? others.read(question, ask, call) : ask({ ...call, onSend: () => {} })
    },
  }
}
