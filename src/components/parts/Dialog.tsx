'use client'

import { type KeyboardEvent, type ReactElement, type ReactNode, type RefObject, useEffect, useId, useRef } from 'react'
import { slot } from '../../theme/slot.js'
import { useUi } from '../../theme/UiContext.js'
import { focusOn, rootOf } from './rootOf.js'

export interface DialogProps {
  title: ReactNode
  children: ReactNode
  /** Buttons, the confirming one last. They stay in sight while the body scrolls. */
  actions: ReactNode
  /** Escape was pressed. Without it, and while `locked`, Escape does nothing. */
  onClose?: (() => void) | undefined
  /** Must not be closed now. */
  locked?: boolean | undefined
  /** Asks for an answer before anything else: an alert dialog. */
  alert?: boolean | undefined
  /** Makes it a form. */
  onSubmit?: (() => void) | undefined
  /** Has the focus first. @default the first control of the dialog */
  initialFocus?: RefObject<HTMLElement | null> | undefined
  /** Where the focus goes on closing if what had it before is gone. */
  returnFocus?: (() => HTMLElement | null | undefined) | undefined
  /** For tests and for masking, beside what the dialog sets. */
  className?: string | undefined
}

/**
 * A modal dialog, open while it is mounted. It is the browser's own, so the page behind it is inert, and it
 * stands inside its widget, so the widget's theme reaches it. A press outside never closes it.
 */
export function Dialog({
  title,
  children,
  actions,
  onClose,
  locked = false,
  alert = false,
  onSubmit,
  initialFocus,
  returnFocus,
  className,
}: DialogProps): ReactElement {
  const ui = useUi()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const goBack = useRef(returnFocus)
  useEffect(() => {
    goBack.current = returnFocus
  })

  useEffect(() => {
    const element = dialog.current
    if (!element) return undefined
    const { activeElement: opener } = rootOf(element)
    // jsdom has no showModal; there an open dialog must do.
    if (typeof element.showModal === 'function') {
      if (!element.open) element.showModal()
    } else element.setAttribute('open', '')
    initialFocus?.current?.focus()
    return () => {
      if (typeof element.close === 'function' && element.open) element.close()
      const isLeft = !opener?.isConnected || opener === opener.ownerDocument.body
      focusOn(isLeft ? goBack.current?.() : opener)
    }
  }, [initialFocus])

  // `cancel` can be prevented once only: Chrome lets a second Escape through. So the key itself is caught.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab' && dialog.current) wrapTab(event, dialog.current)
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (!locked) onClose?.()
  }

  const content = (
    <>
      <div className="audiopod-dialog-body">
        <h2 className="audiopod-title" id={`${id}-title`}>
          {title}
        </h2>
        <div className="audiopod-dialog-content" id={`${id}-text`}>
          {children}
        </div>
      </div>
      <div className="audiopod-dialog-actions">{actions}</div>
    </>
  )

  return (
    <dialog
      {...slot(ui, 'dialog', 'audiopod-dialog', className)}
      aria-describedby={alert ? `${id}-text` : undefined}
      aria-labelledby={`${id}-title`}
      aria-modal="true"
      closedby="none"
      onCancel={(event) => {
        event.preventDefault()
        event.stopPropagation()
        if (!locked) onClose?.()
      }}
      onKeyDown={onKeyDown}
      ref={dialog}
      role={alert ? 'alertdialog' : undefined}
    >
      {onSubmit ? (
        <form
          className="audiopod-dialog-panel"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            event.stopPropagation()
            onSubmit()
          }}
        >
          {content}
        </form>
      ) : (
        <div className="audiopod-dialog-panel">{content}</div>
      )}
    </dialog>
  )
}

const TABBABLE = 'button, input, select, textarea, a[href], [tabindex]'

/** From the last control to the first and back: by itself the browser would lead out to its own address bar. */
function wrapTab(event: KeyboardEvent, dialog: HTMLElement): void {
  const controls = [...dialog.querySelectorAll<HTMLElement>(TABBABLE)].filter((element) => element.tabIndex >= 0)
  const active = rootOf(dialog).activeElement
  const from = event.shiftKey ? controls[0] : controls.at(-1)
  if (active !== from && active !== dialog) return
  event.preventDefault()
  const to = event.shiftKey ? controls.at(-1) : controls[0]
  to?.focus()
}
