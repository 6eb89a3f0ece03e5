import { useSyncExternalStore } from 'react'

export const views = [
  { id: 'speech', title: 'Speech and keys' },
  { id: 'history', title: 'History' },
  { id: 'billing', title: 'Usage and billing' },
] as const

export type View = (typeof views)[number]['id']

/** Which of the demo's pages the address names. All stand in one document: a job goes on while one looks around. */
export function useView(): View {
  return useSyncExternalStore(subscribe, read)
}

function read(): View {
  return views.find(({ id }) => location.hash === `#${id}`)?.id ?? 'speech'
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange)
  return () => window.removeEventListener('hashchange', onChange)
}
