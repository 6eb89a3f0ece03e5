'use client'

import type { ReactElement, ReactNode } from 'react'
import { noticeTexts } from '../../i18n/en/common.js'
import { slot } from '../../theme/slot.js'
import { useUi } from '../../theme/UiContext.js'
import { IconButton } from './IconButton.js'
import { Icon } from './Icon.js'
import { alertIcon, checkIcon, closeIcon, infoIcon, type IconDrawing } from './icons.js'
import type { Tone } from './Pill.js'
import { useFocusHeir } from './useFocusHeir.js'

export interface NoticeProps {
  /** @default 'info' */
  tone?: Exclude<Tone, 'neutral'> | undefined
  /** @default one that goes with the tone */
  icon?: IconDrawing | undefined
  /** A short sentence, in bold. */
  title?: ReactNode
  /** One button, or several. */
  action?: ReactNode
  /** Shows a button that takes the notice away. */
  onDismiss?: (() => void) | undefined
  /**
   * How screen readers hear it: `alert` interrupts, and is only for a failure of what the person just did;
   * `status` waits its turn; `none` is for what was there from the start, or is said elsewhere.
   * @default 'none'
   */
  live?: 'alert' | 'status' | 'none' | undefined
  className?: string | undefined
  children?: ReactNode
}

const icons = { info: infoIcon, ok: checkIcon, warn: alertIcon, danger: alertIcon }

/** An icon and a sentence or two; the action stands at the end, and below them where there is little room. */
export function Notice({
  tone = 'info',
  icon = icons[tone],
  title,
  action,
  onDismiss,
  live = 'none',
  className,
  children,
}: NoticeProps): ReactElement {
  const ui = useUi(noticeTexts)
  const { notice: render } = ui.render
  const ref = useFocusHeir()
  const role = live === 'none' ? undefined : live
  const element = { ...slot(ui, 'notice', render ? '' : 'audiopod-notice', className), 'data-tone': tone, ref }
  if (render) return render(element, { tone, title, text: children, action, onDismiss, role })
  return (
    <div {...element} data-dismissable={onDismiss ? '' : undefined}>
      <div className="audiopod-notice-main">
        <Icon icon={icon} />
        <div className="audiopod-notice-body" role={role}>
          {title ? <strong className="audiopod-notice-title">{title}</strong> : null}
          {title && children ? ' ' : null}
          {children}
        </div>
      </div>
      {action ? <div className="audiopod-notice-action">{action}</div> : null}
      {onDismiss ? (
        <IconButton icon={closeIcon} label={ui.t('common.dismiss')} onClick={onDismiss} />
      ) : null}
    </div>
  )
}
