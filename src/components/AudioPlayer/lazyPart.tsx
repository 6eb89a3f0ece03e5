'use client'

import { type ComponentType, type ReactElement, startTransition, useEffect, useState } from 'react'

/** A part that is fetched when it is first shown. Until then, and where it cannot be had, there is nothing in its place. */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): (props: P) => ReactElement | null {
  return function LazyPart(props) {
    const [Part, setPart] = useState<ComponentType<P>>()
    useEffect(() => {
      let isCurrent = true
      load().then(
        // A long text is thousands of words: they come without holding up what the person does meanwhile.
        (loaded) => isCurrent && startTransition(() => setPart(() => loaded)),
        () => {},
      )
      return () => {
        isCurrent = false
      }
    }, [])
    return Part ? <Part {...props} /> : null
  }
}
