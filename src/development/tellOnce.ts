import { redact } from '../api/index.js'
import { shared } from './shared.js'

/** What is told apart: each is said once a page, however many widgets and renders run into it. */
export type Kind = 'styles' | 'login' | 'fallback' | 'route' | 'cors' | 'policy' | 'unreachable' | 'rate'

export interface Words {
  what: string
  fix: string
  /** A heading of docs/troubleshooting.md, as a link names it. */
  section: string
}

/** @param level `error` for what cannot work as it is */
export function tellOnce(kind: Kind, level: 'error' | 'warn', { what, fix, section }: Words): void {
  const told = shared('told')
  if (told.has(kind)) return
  told.add(kind)
  console[level](redact(`[audiopod-react] ${what}\nFix: ${fix}\nMore: ${page(section)}`))
}

/** Where a section is read: the docs are in the package. */
export function page(section: string): string {
  return `audiopod-react/docs/troubleshooting.md#${section}`
}
