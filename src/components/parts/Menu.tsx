'use client'

import {
  type KeyboardEvent,
  type ReactElement,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { slot } from '../../theme/slot.js'
import { useUi } from '../../theme/UiContext.js'
import { Button } from './Button.js'
import { Icon } from './Icon.js'
import { IconButton } from './IconButton.js'
import { dotsIcon, type IconDrawing } from './icons.js'
import { listenAround } from './listenAround.js'
import { rootOf } from './rootOf.js'

export interface MenuItem {
  id: string
  label: string
  danger?: boolean | undefined
  /** At its end: what it writes, for instance. */
  note?: string | undefined
  onSelect: () => void
}

export interface MenuProps {
  /** The name of the button, which says what the menu is for. */
  label: string
  /** Shows the label in the button, which is else an icon alone. @default false */
  showsLabel?: boolean | undefined
  /** It took the place of a button that was pressed. @default false */
  startsOpen?: boolean | undefined
  /** @default 'dots' */
  icon?: IconDrawing | undefined
  items: readonly MenuItem[]
  /** The button, for giving it the focus. */
  buttonRef?: ((button: HTMLButtonElement | null) => void) | undefined
}

const GAP = 4

/** A button that opens a list of actions. Arrows, Home, End and first letters move; Escape and Tab close. */
export function Menu({ label, showsLabel, startsOpen, icon = dotsIcon, items, buttonRef }: MenuProps): ReactElement {
  // Open, with the focus on this item first.
  const [startAt, setStartAt] = useState<'first' | 'last' | undefined>(startsOpen ? 'first' : undefined)
  const isOpen = startAt !== undefined
  const id = useId()
  const button = useRef<HTMLButtonElement | null>(null)

  const setButton = useCallback(
    (element: HTMLButtonElement | null) => {
      button.current = element
      buttonRef?.(element)
    },
    [buttonRef],
  )
  const close = (refocus: boolean) => {
    setStartAt(undefined)
    if (refocus) button.current?.focus()
  }

  const opener = {
    'aria-controls': isOpen ? id : undefined,
    'aria-expanded': isOpen,
    'aria-haspopup': 'menu',
    onClick: () => (isOpen ? close(false) : setStartAt('first')),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
      event.preventDefault()
      setStartAt(event.key === 'ArrowDown' ? 'first' : 'last')
    },
  } as const

  return (
    <span className="audiopod-menu-anchor">
      {showsLabel ? (
        <Button {...opener} icon={<Icon icon={icon} />} size="small" ref={setButton}>
          {label}
        </Button>
      ) : (
        <IconButton {...opener} icon={icon} label={label} ref={setButton} />
      )}
      {isOpen ? (
        <MenuList button={button} close={close} fromStart={showsLabel} id={id} items={items} label={label} startAt={startAt} />
      ) : null}
    </span>
  )
}

interface MenuListProps {
  id: string
  label: string
  items: readonly MenuItem[]
  button: { readonly current: HTMLButtonElement | null }
  startAt: 'first' | 'last'
  /** It begins where its button does, and does not end there: a button with words begins its row, an icon ends one. */
  fromStart: boolean | undefined
  close: (refocus: boolean) => void
}

function MenuList({ id, label, items, button, startAt, fromStart, close }: MenuListProps): ReactElement {
  const ui = useUi()
  const list = useRef<HTMLDivElement>(null)
  const closing = useRef(close)
  useEffect(() => {
    closing.current = close
  })

  useLayoutEffect(() => {
    const menu = list.current
    const anchor = button.current
    if (!menu || !anchor) return undefined
    // In the top layer no card or scrolling box can clip it. Where there is no popover it stays in the flow.
    const popsOver = typeof menu.showPopover === 'function'
    if (popsOver) {
      menu.showPopover()
      place(menu, anchor, fromStart)
    }
    const options = menu.querySelectorAll<HTMLElement>('[role=menuitem]')
    options[startAt === 'first' ? 0 : options.length - 1]?.focus()

    const document = menu.ownerDocument
    const pressedOutside = (event: Event) => {
      const path = event.composedPath()
      if (!path.includes(menu) && !path.includes(anchor)) closing.current(false)
    }
    // A press by a screen reader or a test scrolls first: the menu follows its button, as long as that is in sight.
    const moved = () => {
      if (!popsOver) return
      if (isInSight(anchor)) place(menu, anchor, fromStart)
      else closing.current(false)
    }
    const ignorePresses = listenAround(menu.getRootNode(), 'pointerdown', pressedOutside, { capture: true })
    document.defaultView?.addEventListener('resize', moved)
    document.addEventListener('scroll', moved, true)
    return () => {
      ignorePresses()
      document.defaultView?.removeEventListener('resize', moved)
      document.removeEventListener('scroll', moved, true)
    }
  }, [button, startAt, fromStart])

  const onKeyDown = (event: KeyboardEvent) => {
    const options = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')]
    const { activeElement } = rootOf(event.currentTarget)
    const at = options.findIndex((option) => option === activeElement)
    const next = nextItem(event.key, at, items)
    if (next !== undefined) {
      event.preventDefault()
      options[next]?.focus()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      // A menu within a dialog must not close the dialog too.
      event.stopPropagation()
      close(true)
    } else if (event.key === 'Tab') close(true)
  }

  return (
    <div
      {...slot(ui, 'menu', 'audiopod-menu')}
      aria-label={label}
      id={id}
      onKeyDown={onKeyDown}
      popover="manual"
      ref={list}
      role="menu"
      tabIndex={-1}
    >
      {items.map((item) => (
        <button
          className="audiopod-menu-item"
          data-danger={item.danger ? '' : undefined}
          key={item.id}
          onClick={() => {
            close(true)
            item.onSelect()
          }}
          role="menuitem"
          tabIndex={-1}
          type="button"
        >
          {item.label}
          {item.note === undefined ? null : <code className="audiopod-menu-note" dir="ltr">{item.note}</code>}
        </button>
      ))}
    </div>
  )
}

/** The index that a key moves to; undefined for a key that does not move. */
export function nextItem(key: string, at: number, items: readonly { label: string }[]): number | undefined {
  const count = items.length
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count
    case 'ArrowUp':
      return (at <= 0 ? count : at) - 1
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default: {
      if ([...key].length !== 1 || key === ' ') return undefined
      const letter = key.toLocaleLowerCase()
      for (let step = 1; step <= count; step++) {
        const index = (at + step) % count
        if (items[index]?.label.toLocaleLowerCase().startsWith(letter)) return index
      }
      return undefined
    }
  }
}

/** Neither scrolled out of the window nor out of a box in it. */
function isInSight(anchor: HTMLElement): boolean {
  const { left, top, width, height } = anchor.getBoundingClientRect()
  return rootOf(anchor).elementsFromPoint(left + width / 2, top + height / 2).includes(anchor)
}

/** Below the button and flush with its end or start, or above it where there is no room below. */
function place(menu: HTMLElement, anchor: HTMLElement, fromStart = false): void {
  const view = menu.ownerDocument.documentElement
  const box = anchor.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = menu
  const rightToLeft = getComputedStyle(anchor).direction === 'rtl'
  const left = rightToLeft === fromStart ? box.right - width : box.left
  const below = box.bottom + GAP
  const top = below + height > view.clientHeight && box.top - GAP - height > 0 ? box.top - GAP - height : below
  menu.style.setProperty('left', `${Math.max(GAP, Math.min(left, view.clientWidth - width - GAP))}px`)
  menu.style.setProperty('top', `${top}px`)
}
