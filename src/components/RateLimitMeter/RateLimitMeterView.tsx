'use client'

import { type ReactElement, type ReactNode, useId } from 'react'
import { durationTexts } from '../../i18n/en/common.js'
import { rateMeterTexts } from '../../i18n/en/rateMeter.js'
import { writeClock } from '../../i18n/writers.js'
import type { RateLimit } from '../../schedule/rateLimitStore.js'
import { useUi, type UiWith } from '../../theme/UiContext.js'
import { WidgetRoot } from '../../theme/WidgetRoot.js'
import { Card, type HeadingLevel, Title } from '../parts/Card.js'
import { clockIcon } from '../parts/icons.js'
import { LiveRegion } from '../parts/LiveRegion.js'
import { Meter } from '../parts/Meter.js'
import { Notice } from '../parts/Notice.js'
import { useNow } from '../parts/ticker.js'
import { waitLength } from '../RateLimitNotice/countdown.js'
import { useCountdown } from '../RateLimitNotice/useCountdown.js'
import { rateLimitState } from './rateLimitStatus.js'

const texts = { ...rateMeterTexts, ...durationTexts }

export interface RateLimitMeterAppearance {
  /** Of the card's heading on the page. @default 2 */
  headingLevel?: HeadingLevel | undefined
  className?: string | undefined
}

export interface RateLimitMeterViewProps extends RateLimitMeterAppearance {
  data: RateLimit | undefined
}

/** `RateLimitMeter` without its hook: shows what it is given. */
export function RateLimitMeterView({ data = {}, headingLevel, className }: RateLimitMeterViewProps): ReactElement {
  const ui = useUi(texts)
  const titleId = useId()
  const { limit, remaining, resetAt, pausedUntil } = data
  const state = rateLimitState(data, useNow(1))
  const reset = useCountdown(resetAt)
  const pause = useCountdown(pausedUntil)
  // What was left of a window that is over says nothing of the next one.
  const left = state === 'renewed' ? undefined : remaining
  const isUntold = left !== undefined && resetAt === undefined
  const meta =
    state === 'unknown' || state === 'renewed'
      ? ui.t(`rate-meter.${state}`)
      : isUntold
        ? ui.t('rate-meter.no-reset')
        : wait(ui, 'reset', reset.seconds, resetAt)
  const pauseText = wait(ui, 'paused', pause.seconds, pausedUntil)
  return (
    <WidgetRoot className={className} name="rate-limit-meter" state={state}>
      <Card labelledBy={titleId}>
        <div className="audiopod-credit-head">
          <Title id={titleId} level={headingLevel} small>
            {ui.t('rate-meter.title')}
          </Title>
          <Figure left={left} limit={limit} />
        </div>
        <div className="audiopod-credit-month">
          {left !== undefined && limit !== undefined && limit > 0 ? (
            <Meter
              label={ui.t('rate-meter.meter')}
              max={limit}
              value={left}
              valueText={ui.t('rate-meter.left-of', { left: Math.min(left, limit), count: limit })}
            />
          ) : null}
          {meta === undefined ? null : <div className="audiopod-meta">{meta}</div>}
        </div>
        {state === 'paused' ? (
          <Notice icon={clockIcon} title={ui.t('rate-meter.paused-title')} tone="warn">
            {pauseText}
          </Notice>
        ) : null}
        {state === 'spent' ? (
          <Notice icon={clockIcon} title={ui.t('rate-meter.spent-title')} tone="warn">
            {ui.t('rate-meter.spent')}
          </Notice>
        ) : null}
        <LiveRegion message={news()} />
      </Card>
    </WidgetRoot>
  )

  /** Requests that go by are nobody's news; what holds work up is, and its end. The digits of each second are not. */
  function news(): string {
    if (state === 'paused') {
      return `${ui.t('rate-meter.paused-title')} ${wait(ui, 'paused', pause.told, pausedUntil) ?? ''}`
    }
    if (state === 'spent') return `${ui.t('rate-meter.spent-title')} ${wait(ui, 'reset', reset.told, resetAt) ?? ''}`
    return state === 'renewed' && remaining === 0 ? ui.t('rate-meter.renewed') : ''
  }
}

function Figure({ left, limit }: { left: number | undefined; limit: number | undefined }): ReactElement | null {
  const ui = useUi(texts)
  const number = (value: number): ReactNode => <span className="audiopod-figure-number">{ui.number(value)}</span>
  let words: ReactNode
  if (left !== undefined && limit !== undefined) {
    words = ui.rich('rate-meter.left-of', { left: number(left), count: limit }, limit)
  } else if (left !== undefined) {
    words = ui.rich('rate-meter.left', { count: number(left) }, left)
  } else if (limit !== undefined) {
    words = ui.rich('rate-meter.limit', { count: number(limit) }, limit)
  }
  return words === undefined ? null : <div className="audiopod-figure">{words}</div>
}

/** A sentence about what comes at a time: in so many seconds, or from an hour on at a time of day. */
function wait(
  ui: UiWith<typeof texts>,
  what: 'reset' | 'paused',
  seconds: number | undefined,
  at: string | undefined,
): string | undefined {
  if (!seconds || at === undefined) return undefined
  const length = waitLength(ui, seconds)
  return length === undefined
    ? ui.t(`rate-meter.${what}-at`, { time: writeClock(ui, Date.parse(at)) })
    : ui.t(`rate-meter.${what}-in`, { wait: length })
}
