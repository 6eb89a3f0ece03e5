'use client'

import { type RefObject, useLayoutEffect } from 'react'

const GAP = 4
const WANTED = 360
/** As much as this below is enough: a list above would cover the field's label, and what is written over it. */
const ENOUGH = 220

/**
 * Shows a `popover` as wide as its anchor, below it or, where that is too narrow and there is more room, above. In the top layer no
 * card or scrolling box of the page can clip it. Without popovers it stays in the flow.
 */
export function useAnchoredPopover(
  popupRef: RefObject<HTMLElement | null>,
  anchorRef: RefObject<HTMLElement | null>,
  isOpen: boolean,
): void {
  useLayoutEffect(() => {
    const popup = popupRef.current
    const anchor = anchorRef.current
    if (!isOpen || !popup || !anchor || typeof popup.showPopover !== 'function') return
    popup.showPopover()
    place(popup, anchor)
    const move = () => place(popup, anchor)
    const view = popup.ownerDocument.defaultView
    view?.addEventListener('resize', move)
    popup.ownerDocument.addEventListener('scroll', move, true)
    return () => {
      view?.removeEventListener('resize', move)
      popup.ownerDocument.removeEventListener('scroll', move, true)
      if (popup.isConnected) popup.hidePopover()
    }
  }, [popupRef, anchorRef, isOpen])
}

/** By the room there is, in px. */
export function goesAbove(below: number, above: number): boolean {
  return below < Math.min(ENOUGH, above)
}

function place(popup: HTMLElement, anchor: HTMLElement): void {
  const { clientHeight } = popup.ownerDocument.documentElement
  const { left, top, bottom, width } = anchor.getBoundingClientRect()
  const below = clientHeight - bottom - 2 * GAP
  const above = top - 2 * GAP
  const isAbove = goesAbove(below, above)
  popup.style.setProperty('left', `${left}px`)
  popup.style.setProperty('width', `${width}px`)
  popup.style.setProperty('top', isAbove ? 'auto' : `${bottom + GAP}px`)
  popup.style.setProperty('bottom', isAbove ? `${clientHeight - top + GAP}px` : 'auto')
  popup.style.setProperty('max-height', `${Math.min(WANTED, isAbove ? above : below)}px`)
}
