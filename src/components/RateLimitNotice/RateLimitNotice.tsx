'use client'

import type { ReactElement } from 'react'
import type { RateLimitError } from '../../errors/errors.js'
import { durationTexts } from '../../i18n/en/common.js'
import { rateLimitTexts } from '../../i18n/en/rateLimit.js'
import { useUi } from '../../theme/UiContext.js'
import { WidgetRoot } from '../../theme/WidgetRoot.js'
import { Button } from '../parts/Button.js'
import { checkIcon, clockIcon } from '../parts/icons.js'
import { LiveRegion } from '../parts/LiveRegion.js'
import { Notice } from '../parts/Notice.js'
import { waitText } from './countdown.js'
import { useCountdown } from './useCountdown.js'

const texts = { ...rateLimitTexts, ...durationTexts }

export interface RateLimitNoticeProps {
  /** Whose `retryAt` counts where the prop is not given. */
  error?: RateLimitError | undefined
  /** When the wait is over: ISO 8601, on this machine's clock. Without it there is no countdown, since nobody told one. */
  retryAt?: string | undefined
  /** Shows a button that tries at once. */
  onRetryNow?: (() => void) | undefined
  /** Called once, when the wait is over. */
  onOver?: (() => void) | undefined
  /**
   * What waits: `speech` that a person asked for, whose text is kept; an `action` that the person has to start
   * again; or a `retry` that goes by itself.
   * @default 'speech'
   */
  purpose?: 'speech' | 'action' | 'retry' | undefined
  className?: string | undefined
}

const words = {
  speech: { in: 'rate-limit.generate-in', at: 'rate-limit.generate-at', over: 'rate-limit.generate-over' },
  action: { in: 'rate-limit.action-in', at: 'rate-limit.action-at', over: 'rate-limit.action-over' },
  retry: { in: 'rate-limit.retry-in', at: 'rate-limit.retry-at', over: 'rate-limit.retry-over' },
} as const

/**
 * Says that there were too many requests, and counts down to when the next may go.
 *
 * @example
 * const { error, retry } = useCredits()
 * if (isAudioPodError(error, 'rate_limit_exceeded')) {
 *   return <RateLimitNotice error={error} retryAt={retry?.retryAt} onRetryNow={retry?.now} />
 * }
 */
export function RateLimitNotice({ className, ...props }: RateLimitNoticeProps): ReactElement {
  return (
    <WidgetRoot className={className} name="rate-limit-notice">
      <RateLimitWords {...props} />
    </WidgetRoot>
  )
}

/** The notice within another widget. */
export function RateLimitWords({
  error,
  retryAt = error?.retryAt,
  onRetryNow,
  onOver,
  purpose = 'speech',
}: Omit<RateLimitNoticeProps, 'className'>): ReactElement {
  const ui = useUi(texts)
  const { seconds, told } = useCountdown(retryAt, onOver)
  const { over, ...keys } = words[purpose]
  const say = (left: number | undefined) => {
    if (left === undefined || retryAt === undefined) return ui.t('rate-limit.untimed')
    return left === 0 ? ui.t(over) : waitText(ui, left, retryAt, keys)
  }
  const isOver = seconds === 0
  const title = ui.t(isOver ? over : 'rate-limit.title')
  return (
    <Notice
      action={
        onRetryNow ? (
          <Button onClick={onRetryNow}>{ui.t(seconds ? 'rate-limit.retry-now' : 'common.try-again')}</Button>
        ) : undefined
      }
      icon={isOver ? checkIcon : clockIcon}
      title={title}
      tone={isOver ? 'ok' : 'info'}
    >
      {isOver ? null : say(seconds)}
      {!isOver && purpose === 'speech' ? ` ${ui.t('rate-limit.text-kept')}` : null}
      <LiveRegion message={told === 0 ? ui.t(over) : `${ui.t('rate-limit.title')} ${say(told)}`} />
    </Notice>
  )
}
