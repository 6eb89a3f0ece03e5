'use client'

import { type ReactNode, useContext, useEffect, useRef } from 'react'
import { OutletContext } from '../../theme/UiProvider.js'
import type { SecretBox } from './secretBox.js'

/** Asks before the page is left while a secret is on it, which is the only time it is shown. */
export function useUnloadGuard(box: SecretBox): void {
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (box.read() === '') return
      event.preventDefault()
    }
    window.addEventListener('beforeunload', guard)
    return () => window.removeEventListener('beforeunload', guard)
  }, [box])
}

/** Lets the panel outlive its widget: a change of route that takes the widget away leaves the panel beside the provider's children. */
export function useAfterlife(box: SecretBox, panel: () => ReactNode): void {
  const outlet = useContext(OutletContext)
  const latest = useRef(panel)
  useEffect(() => {
    latest.current = panel
  })
  useEffect(() => {
    outlet?.take(box.id)
    return () => {
      if (box.read() !== '') outlet?.put(box.id, latest.current())
    }
  }, [outlet, box])
}
