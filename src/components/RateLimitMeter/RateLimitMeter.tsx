'use client'

import type { ReactElement } from 'react'
import { useRateLimit } from '../../react/useRateLimit.js'
import { type RateLimitMeterAppearance, RateLimitMeterView } from './RateLimitMeterView.js'

export type RateLimitMeterProps = RateLimitMeterAppearance

/**
 * What is left of the account's rate limit, and when it is reset: as the headers of the answers so far have told. It
 * asks for nothing by itself, and what the account did not say is not shown.
 *
 * @example
 * <RateLimitMeter />
 */
export function RateLimitMeter(props: RateLimitMeterProps): ReactElement {
  const { data } = useRateLimit()
  return <RateLimitMeterView {...props} data={data} />
}
