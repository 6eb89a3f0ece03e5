'use client'

import type { ReactElement } from 'react'
import type { CreditUsage } from '../../api/types.js'
import type { AudioPodError } from '../../errors/errors.js'
import type { QueryResult } from '../../react/types.js'
import { useUi } from '../../theme/UiContext.js'
import { LoadFailure } from '../ErrorNotice/LoadFailure.js'
import { texts } from './usageWords.js'

export interface UsageSource extends Omit<QueryResult<CreditUsage[]>, 'mutate'> {
  onRefresh: () => void
}

/** Why usage could not be loaded, and of when what is shown is. */
export function UsageFailure(props: UsageSource & { error: AudioPodError }): ReactElement {
  const ui = useUi(texts)
  const titles = {
    noAccess: ui.t('usage.no-access-title'),
    load: ui.t('usage.load-failed'),
    refresh: ui.t('usage.refresh-failed'),
  }
  return <LoadFailure {...props} titles={titles} />
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
