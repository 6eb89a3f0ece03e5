'use client'

import type { ReactElement } from 'react'
import type { AudioPodError } from '../../errors/errors.js'
import { errorTexts } from '../../i18n/en/errors.js'
import { writeClock } from '../../i18n/writers.js'
import type { QueryResult } from '../../react/types.js'
import { useUi } from '../../theme/UiContext.js'
import { Notice } from '../parts/Notice.js'
import { Moment } from '../parts/Moment.js'
import { ErrorWords } from './ErrorNotice.js'

interface LoadFailureProps extends Pick<QueryResult<unknown>, 'data' | 'retry' | 'updatedAt'> {
  error: AudioPodError
  /** What is said of it: nothing may be seen, nothing could be loaded, or what is shown could not be renewed. */
  titles: { noAccess: string; load: string; refresh: string }
  onRefresh: () => void
}

/** Why a widget's data could not be loaded, and of when what is shown is. */
export function LoadFailure({ error, titles, data, retry, updatedAt, onRefresh }: LoadFailureProps): ReactElement {
  const ui = useUi(errorTexts)
  const age =
    data && updatedAt ? ui.rich('common.last-loaded', { time: <Moment value={updatedAt} words={writeClock} /> }) : undefined
  if (error.code === 'forbidden') {
    return (
      <Notice title={titles.noAccess}>
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
        title={data ? titles.refresh : titles.load}
        // What is shown still stands.
        tone={data ? 'warn' : undefined}
      />
      {age && (retry !== undefined || error.code === 'rate_limit_exceeded') ? (
        // The countdown has no room for it.
        <div className="audiopod-meta">{age}</div>
      ) : null}
    </>
  )
}
