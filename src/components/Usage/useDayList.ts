'use client'

import { type KeyboardEvent, type PointerEvent, useState } from 'react'

export interface DayListProps {
  role: 'listbox'
  'aria-orientation': 'horizontal'
  tabIndex: -1
  onBlur: () => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  onPointerLeave: (event: PointerEvent<HTMLElement>) => void
}

export interface DayProps {
  role: 'option'
  'aria-selected': boolean
  tabIndex: 0 | -1
  onFocus: () => void
  onPointerEnter: () => void
}

export interface DayList {
  /** The place of the day under the pointer or with the focus: show its figure. */
  active: number | undefined
  /** For the element around the days, which needs a name; its keys are the arrows, Home and End. */
  listProps: DayListProps
  /** For the element of the day at a place. */
  dayProps: (index: number) => DayProps
}

/** A list of days to choose from, lying beside each other: one tab stop, today at first. */
export function useDayList(count: number): DayList {
  const [active, setActive] = useState<number>()
  const [stop, setStop] = useState<number>()
  const last = count - 1
  const tabbable = stop !== undefined && stop <= last ? stop : last
  return {
    active: active !== undefined && active <= last ? active : undefined,
    listProps: {
      role: 'listbox',
      'aria-orientation': 'horizontal',
      tabIndex: -1,
      onBlur: () => setActive(undefined),
      onKeyDown(event) {
        if (event.altKey || event.ctrlKey || event.metaKey) return
        const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
        const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
        const to = { [backward]: tabbable - 1, [forward]: tabbable + 1, Home: 0, End: last }[event.key]
        if (to === undefined) return
        event.preventDefault()
        const days = event.currentTarget.querySelectorAll<HTMLElement>('[role="option"]')
        days[Math.min(last, Math.max(0, to))]?.focus()
      },
      onPointerLeave: (event) => setActive(event.currentTarget.querySelector(':focus') ? tabbable : undefined),
    },
    dayProps: (index) => ({
      role: 'option',
      'aria-selected': index === active,
      tabIndex: index === tabbable ? 0 : -1,
      onFocus() {
        setStop(index)
        setActive(index)
      },
      onPointerEnter: () => setActive(index),
    }),
  }
}
