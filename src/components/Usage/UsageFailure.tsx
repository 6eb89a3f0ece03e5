'use client'

import type { ReactElement } from 'react'
import type { CreditUsage } from '../../api/types.js'
import type { AudioPodError } from '../../errors/errors.js'
import type { QueryResult } from '../../react/types.js'
import { useUi } from '../../theme/UiContext.js'
import { ErrorWords } from '../ErrorNotice/ErrorNotice.js'
import { Notice } from '../parts/Notice.js'
import { Time } from '../parts/Time.js'
import { texts } from './usageWords.js'

export interface UsageSource extends Omit<QueryResult<CreditUsage[]>, 'mutate'> {
  onRefresh: () => void
}

export type UsageState = 'loading' | 'loaded' | 'zero' | 'empty' | 'failed' | 'forbidden' | 'waiting'

/** `zero`, that the days shown are without a charge, is for the chart to say. */
export function usageState({ data, error, retry }: UsageSource, loading: boolean): UsageState {
  if (loading) return 'loading'
  if (data) return data.length > 0 ? 'loaded' : 'empty'
  if (retry) return 'waiting'
  if (error?.code === 'forbidden') return 'forbidden'
  return error ? 'failed' : 'loading'
}

/** Why usage could not be loaded, and of when what is shown is. */
export function UsageFailure(props: UsageSource & { error: AudioPodError }): ReactElement {
  const { error, data, retry, updatedAt, onRefresh } = props
  const ui = useUi(texts)
  const age =
    data && updatedAt ? ui.rich('common.last-loaded', { time: <Time show="clock" value={updatedAt} /> }) : undefined
  if (error.code === 'forbidden') {
    return (
      <Notice title={ui.t('usage.no-access-title')}>
        {ui.t('error.forbidden.text')} {age}
      </Notice>
    )
  }
  return (
    <>
      <ErrorWords
        detail={age}
        error={error}
        onRetry={onRefresh}
        retry={retry}
        title={ui.t(data ? 'usage.refresh-failed' : 'usage.load-failed')}
      />
      {age && (retry !== undefined || error.code === 'rate_limit_exceeded') ? (
        // The countdown has no room for it.
        <div className="audiopod-meta">{age}</div>
      ) : null}
    </>
  )
}

export function UsageEmpty(): ReactElement {
  const ui = useUi(texts)
  return (
    <div>
      <div className="audiopod-keys-empty-title">{ui.t('usage.empty-title')}</div>
      <div className="audiopod-keys-empty-text">{ui.t('usage.empty')}</div>
    </div>
  )
}
