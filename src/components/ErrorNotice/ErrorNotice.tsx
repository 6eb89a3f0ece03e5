'use client'

import type { ReactElement, ReactNode } from 'react'
import type { ErrorCode } from '../../errors/codes.js'
import type { AudioPodError } from '../../errors/errors.js'
import type { Retry } from '../../react/types.js'
import { durationTexts } from '../../i18n/en/common.js'
import { errorTexts } from '../../i18n/en/errors.js'
import { rateLimitTexts } from '../../i18n/en/rateLimit.js'
import { useUi } from '../../theme/UiContext.js'
import { WidgetRoot } from '../../theme/WidgetRoot.js'
import { Button } from '../parts/Button.js'
import { LiveRegion } from '../parts/LiveRegion.js'
import { Notice, type NoticeProps } from '../parts/Notice.js'
import { waitText } from '../RateLimitNotice/countdown.js'
import { type RateLimitNoticeProps, RateLimitWords } from '../RateLimitNotice/RateLimitNotice.js'
import { useCountdown } from '../RateLimitNotice/useCountdown.js'
import { canTryAgain, errorText } from './errorText.js'

const texts = { ...errorTexts, ...rateLimitTexts, ...durationTexts }

export interface ErrorNoticeProps {
  error: AudioPodError
  /** Shows “Try again” where that may help. */
  onRetry?: (() => void) | undefined
  /** A try that waits, from a hook: shows the countdown, and a button that does not wait. */
  retry?: Retry | undefined
  /** What stands in place of the usual button, by code: `{ insufficient_credits: <a href="/billing">Add funds</a> }`. */
  actions?: { readonly [code in ErrorCode]?: ReactNode } | undefined
  /** What did not work, as “Could not load keys.”; the error's own title then follows it. */
  title?: string | undefined
  /** Stands in place of what follows from the error, as “Showing what we last loaded, 10:42.” */
  detail?: ReactNode
  /** `alert` interrupts a screen reader: only for a failure of what the person just did. @default 'status' */
  live?: 'alert' | 'status' | 'none' | undefined
  /** What a rate limit holds back. @default 'retry' where `retry` is given, else 'action' */
  purpose?: RateLimitNoticeProps['purpose']
  className?: string | undefined
}

const tones: Readonly<Record<ErrorCode, NonNullable<NoticeProps['tone']>>> = {
  unauthorized: 'warn',
  forbidden: 'info',
  rate_limit_exceeded: 'info',
  insufficient_credits: 'danger',
  invalid_request: 'danger',
  not_found: 'warn',
  server_error: 'danger',
  network_error: 'warn',
  timeout: 'warn',
  aborted: 'info',
  unknown_outcome: 'warn',
  invalid_response: 'danger',
  job_failed: 'danger',
  configuration: 'danger',
}

/**
 * Says what went wrong, in the page's language, with the action that helps: for every code of the kit.
 *
 * @example
 * {error && <ErrorNotice error={error} onRetry={() => mutate()} />}
 */
export function ErrorNotice({ className, ...props }: ErrorNoticeProps): ReactElement {
  return (
    <WidgetRoot className={className} name="error-notice" state={props.error.code}>
      <ErrorWords {...props} />
    </WidgetRoot>
  )
}

/** The notice within another widget. */
export function ErrorWords({
  error,
  onRetry,
  retry,
  actions,
  title,
  detail,
  live = 'status',
  purpose = retry ? 'retry' : 'action',
  tone = tones[error.code],
}: Omit<ErrorNoticeProps, 'className'> & Pick<NoticeProps, 'tone'>): ReactElement {
  const ui = useUi(texts)
  const own = actions?.[error.code]
  if (error.code === 'rate_limit_exceeded' && own === undefined) {
    return (
      <RateLimitWords error={error} onRetryNow={retry?.now ?? onRetry} purpose={purpose} retryAt={retry?.retryAt} />
    )
  }
  const { title: what, text, fields } = errorText(ui, error)
  const usual =
    retry === undefined && onRetry && canTryAgain(error.code) ? (
      <Button onClick={onRetry}>{ui.t('common.try-again')}</Button>
    ) : undefined
  const reference = error.code === 'server_error' || error.code === 'invalid_response' ? error.requestId : undefined
  return (
    <Notice
      action={own ?? (retry ? <Button onClick={retry.now}>{ui.t('rate-limit.retry-now')}</Button> : usual)}
      live={retry ? 'none' : live}
      title={title ?? what}
      tone={tone}
    >
      {title === undefined ? null : `${what} `}
      {retry ? <RetryWords retryAt={retry.retryAt} what={title ?? what} /> : fields.length > 0 ? null : (detail ?? text)}
      {fields.length > 0 ? (
        <ul className="audiopod-notice-fields">
          {fields.map((field) => (
            <li className="audiopod-notice-field" key={`${field.name} ${field.text}`}>
              {field.text}
            </li>
          ))}
        </ul>
      ) : null}
      {reference ? (
        <div className="audiopod-notice-reference">{ui.t('common.reference', { id: reference })}</div>
      ) : null}
    </Notice>
  )
}

const retryKeys = { in: 'rate-limit.retry-in', at: 'rate-limit.retry-at' } as const

function RetryWords({ retryAt, what }: { retryAt: string; what: string }): ReactElement {
  const ui = useUi(texts)
  const { seconds, told } = useCountdown(retryAt)
  const say = (left: number | undefined) => (left ? waitText(ui, left, retryAt, retryKeys) : ui.t('common.working'))
  return (
    <>
      {/* The digits change each second; only the region beside them is heard. */}
      {say(seconds)}
      <LiveRegion message={`${what} ${say(told)}`} />
    </>
  )
}
