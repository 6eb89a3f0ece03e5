import type { UseComboboxProps } from 'downshift'
import { listenAround } from '../parts/listenAround.js'

/** The page as downshift is to see it from an element, which may be in a shadow root, or in another window's document. */
export function environmentOf(element: Element): NonNullable<UseComboboxProps<unknown>['environment']> {
  const { ownerDocument } = element
  const view = ownerDocument.defaultView ?? window
  // Kept: the element may leave.
  const root = element.getRootNode()
  if (root === ownerDocument) return view
  const undos = new Map<EventListenerOrEventListenerObject, () => void>()
  return {
    Node: view.Node,
    document: ownerDocument,
    addEventListener(type: string, listener: EventListenerOrEventListenerObject) {
      const hear = typeof listener === 'function' ? listener : (event: Event) => listener.handleEvent(event)
      undos.set(listener, listenAround(root, type, hear, { passive: true }))
    },
    removeEventListener(_type: string, listener: EventListenerOrEventListenerObject) {
      undos.get(listener)?.()
      undos.delete(listener)
    },
  }
}
