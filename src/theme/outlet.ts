import type { ReactNode } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'

/**
 * A place beside the provider's children for what must outlive the widget that showed it: the panel with a
 * new key's secret, when a change of route takes its widget away.
 */
export interface Outlet {
  store: StoreApi<ReadonlyMap<string, ReactNode>>
  put: (id: string, node: ReactNode) => void
  take: (id: string) => void
}

export function createOutlet(): Outlet {
  const store = createStore<ReadonlyMap<string, ReactNode>>(() => new Map())
  const change = (id: string, node?: ReactNode) => {
    const next = new Map(store.getState())
    if (node !== undefined) next.set(id, node)
    else if (!next.delete(id)) return
    store.setState(next, true)
  }
  return { store, put: change, take: (id) => change(id) }
}
