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

/** How the widget calls what it shows. */
type What = 'usage' | 'charges'

/** Why it could not be loaded, and of when what is shown is. */
export function UsageFailure({ of, ...props }: UsageSource & { error: AudioPodError; of: What }): ReactElement {
  const ui = useUi(texts)
  const titles = {
    noAccess: ui.t(`${of}.no-access-title`),
    load: ui.t(`${of}.load-failed`),
    refresh: ui.t(`${of}.refresh-failed`),
  }
  return <LoadFailure {...props} titles={titles} />
}

export function UsageEmpty({ of }: { of: What }): ReactElement {
  const ui = useUi(texts)
  return (
    <div>
      <div className="audiopod-keys-empty-title">{ui.t(`${of}.empty-title`)}</div>
      <div className="audiopod-keys-empty-text">{ui.t('usage.empty')}</div>
    </div>
  )
}
