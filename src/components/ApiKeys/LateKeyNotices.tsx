'use client'

import type { ReactElement } from 'react'
import { keyFrameTexts } from '../../i18n/en/keyFrame.js'
import type { UseApiKeysResult } from '../../react/types.js'
import { useUi } from '../../theme/UiContext.js'
import { PlainFailure } from '../ErrorNotice/PlainFailure.js'
import { latePart, useLatePart } from '../parts/latePart.js'
import { useSkeleton } from '../parts/Skeleton.js'
import type { KeyNews, KeyNoticesProps } from './KeyNotices.js'

const lateNotices = latePart(() => import('./KeyNotices.js'))

type Notices = ReturnType<typeof lateNotices.current>

/** Whether the list is still to be shown as loading, and its notices once they are there: until then nothing has failed. */
export function useKeyNotices(
  { data, error, isLoading = !data && !error }: Partial<Pick<UseApiKeysResult, 'data' | 'error' | 'isLoading'>>,
  news: KeyNews | undefined,
): [loading: boolean, notices: Notices] {
  const isWanted = error !== undefined || news !== undefined
  const notices = useLatePart(lateNotices, isWanted)
  const isMissing = error !== undefined && notices === undefined
  return [useSkeleton((isLoading && !error) || (isMissing && !data), isMissing), notices]
}

/** What stands between the heading and the list; words alone where the notices cannot be had. */
export function LateKeyNotices({ notices, ...props }: KeyNoticesProps & { notices: Notices }): ReactElement | null {
  const ui = useUi(keyFrameTexts)
  const { data, error, loading, news, onDismiss, onRefresh } = props
  if (typeof notices === 'object') return <notices.KeyNotices {...props} />
  const isUnopened = news?.kind === 'not-opened'
  if (!notices || loading || !(error || isUnopened)) return null
  const title = isUnopened ? 'keys.not-opened' : data ? 'keys.refresh-failed' : 'keys.load-failed'
  const retry = () => {
    lateNotices.load()
    onDismiss()
    if (error) void onRefresh?.().catch(() => undefined)
  }
  return (
    <div className="audiopod-keys-notices">
      <PlainFailure onRetry={retry} title={ui.t(title)} />
    </div>
  )
}
