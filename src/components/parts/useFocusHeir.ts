'use client'

import { type RefCallback, useCallback, useRef } from 'react'

/**
 * For what may leave the page with the focus in it: the widget's region takes the focus then, so that a person at the
 * keyboard goes on from there, and not from the page's top.
 */
export function useFocusHeir(): RefCallback<HTMLElement> {
  const held = useRef<HTMLElement>(null)
  return useCallback((element: HTMLElement | null) => {
    const last = held.current
    held.current = element
    // React tells of an element that goes while it is still on the page.
    const region = !element && last?.matches(':focus-within') && last.closest<HTMLElement>('.audiopod [aria-labelledby]')
    if (!region) return
    region.tabIndex = -1
    region.focus({ preventScroll: true })
  }, [])
}
