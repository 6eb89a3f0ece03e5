import { useSyncExternalStore } from 'react'

export const views = [
  { id: 'speech', title: 'Speech and keys' },
  { id: 'billing', title: 'Usage and billing' },
] as const

export type View = (typeof views)[number]['id']

/** Which of the demo's two pages the address names. Both stand in one document: a job goes on while one looks around. */
export function useView(): View {
  return useSyncExternalStore(subscribe, read)
}

function read(): View {
  return location.hash === '#billing' ? 'billing' : 'speech'
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange)
  return () => window.removeEventListener('hashchange', onChange)
}
