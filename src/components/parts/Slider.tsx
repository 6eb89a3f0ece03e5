'use client'

import { type ComponentPropsWithoutRef, type ReactNode, type Ref, type RefObject, useCallback } from 'react'

export interface SliderProps extends Omit<ComponentPropsWithoutRef<'input'>, 'type' | 'className' | 'style'> {
  /** How far it is, 0 to 1. What moves between two renders may set `--audiopod-slider-at` on the root instead. */
  at: number
  rootRef?: RefObject<HTMLSpanElement | null> | undefined
  inputRef?: Ref<HTMLInputElement> | undefined
  /** A picture behind the thumb, in place of the track. */
  children?: ReactNode
}

/**
 * A native range input under a drawn track: the keyboard, the pointer and the screen reader get the real
 * control, and every browser the same picture.
 */
export function Slider({ at, rootRef, inputRef, children, ...input }: SliderProps) {
  // Not as `style`: a server would write it into the page, where a policy without unsafe-inline forbids it.
  const place = useCallback(
    (root: HTMLSpanElement | null) => {
      root?.style.setProperty('--audiopod-slider-at', String(at))
      if (rootRef) rootRef.current = root
    },
    [at, rootRef],
  )
  return (
    <span className="audiopod-slider" ref={place} data-disabled={input.disabled || undefined}>
      <input {...input} type="range" className="audiopod-slider-input" ref={inputRef} />
      {children}
      <span className="audiopod-slider-track" aria-hidden="true" />
      <span className="audiopod-slider-thumb" aria-hidden="true" />
    </span>
  )
}
