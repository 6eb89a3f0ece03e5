import type { ReactNode } from 'react'

/**
 * A place beside the provider's children for what must outlive the widget that showed it: the panel with a
 * new key's secret, when a change of route takes its widget away.
 */
export interface Outlet {
  put: (id: string, node: ReactNode) => void
  take: (id: string) => void
  subscribe: (listener: () => void) => () => void
  getSnapshot: () => ReadonlyMap<string, ReactNode>
}

export function createOutlet(): Outlet {
  let nodes: ReadonlyMap<string, ReactNode> = new Map()
  const listeners = new Set<() => void>()
  const change = (next: ReadonlyMap<string, ReactNode>) => {
    nodes = next
    for (const listener of listeners) listener()
  }
  return {
    put: (id, node) => change(new Map(nodes).set(id, node)),
    take(id) {
      if (!nodes.has(id)) return
      const next = new Map(nodes)
      next.delete(id)
      change(next)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => nodes,
  }
}
