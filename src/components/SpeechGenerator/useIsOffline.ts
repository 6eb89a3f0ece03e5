'use client'

import { useSyncExternalStore } from 'react'

/** Whether the browser says that it has no network: a job goes on meanwhile, and news of it does not come. */
export function useIsOffline(): boolean {
  return useSyncExternalStore(subscribe, isOffline, () => false)
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

const isOffline = () => navigator.onLine === false
