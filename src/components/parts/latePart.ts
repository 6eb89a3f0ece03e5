'use client'

import { useEffect, useSyncExternalStore } from 'react'

/** What widgets of a page fetch once, after their first paint. */
export interface LatePart<T> {
  /** Fetches it; where that failed, tries again. */
  load: () => void
  /** The same before anybody wants it: where that fails, nobody is told. */
  prefetch: () => void
  subscribe: (listener: () => void) => () => void
  /** `failed` where somebody wanted it and it could not be had; undefined until it is there. */
  current: () => T | 'failed' | undefined
}

/** @param fetch resolves with the part, a module say */
export function latePart<T extends object>(fetch: () => Promise<T>): LatePart<T> {
  let current: T | 'failed' | undefined
  let isLoading = false
  let isWanted = false
  const listeners = new Set<() => void>()
  const settle = (outcome: T | 'failed' | undefined) => {
    isLoading = false
    current = outcome
    for (const listener of listeners) listener()
  }
  const prefetch = () => {
    if (isLoading || typeof current === 'object') return
    isLoading = true
    fetch().then(settle, () => settle(isWanted ? 'failed' : undefined))
  }
  return {
    load() {
      isWanted = true
      prefetch()
    },
    prefetch,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    current: () => current,
  }
}

const notYet = () => undefined

/**
 * A part that is fetched at once where it is wanted, else when the page has nothing better to do: so that it is there when
 * the network is not. What could not be had is asked for again by who wants it next.
 */
export function useLatePart<T>(part: LatePart<T>, isWanted: boolean): T | 'failed' | undefined {
  const current = useSyncExternalStore(part.subscribe, part.current, notYet)
  useEffect(() => {
    if (isWanted) return part.load()
    // Safari has no idle callbacks.
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(part.prefetch, 1000)
      return () => clearTimeout(timer)
    }
    const planned = requestIdleCallback(part.prefetch)
    return () => cancelIdleCallback(planned)
  }, [part, isWanted])
  return current
}
