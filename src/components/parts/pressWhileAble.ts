import type { MouseEvent, MouseEventHandler } from 'react'

/** The handler of a button that stays focusable while it cannot be pressed: such a press does nothing. */
export function pressWhileAble(
  still: boolean,
  onClick: MouseEventHandler<HTMLButtonElement> | undefined,
): MouseEventHandler<HTMLButtonElement> {
  return (event: MouseEvent<HTMLButtonElement>) => {
    // A submit button would otherwise still submit.
    if (still) event.preventDefault()
    else onClick?.(event)
  }
}
