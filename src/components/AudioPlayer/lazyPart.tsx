'use client'

import { type ComponentType, type ReactElement, startTransition } from 'react'
import { useLazyPart } from '../parts/useLazyPart.js'

/** A part that is fetched when it is first shown. Until then, and where it cannot be had, there is nothing in its place. */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): (props: P) => ReactElement | null {
  return function LazyPart(props) {
    // A long text is thousands of words: they come without holding up what the person does meanwhile.
    const [Part] = useLazyPart(load, true, startTransition)
    return Part ? <Part {...props} /> : null
  }
}
