'use client'

import type { ReactElement } from 'react'
import { keyFrameTexts } from '../../i18n/en/keyFrame.js'
import { useUi } from '../../theme/UiContext.js'
import { PlainFailure } from '../ErrorNotice/PlainFailure.js'
import { latePart, useLatePart } from '../parts/latePart.js'
import type { KeyListProps } from './KeyList.js'
import { KeyTableFrame } from './KeyTableFrame.js'

const lateList = latePart(() => import('./KeyList.js'))

/**
 * The list, which is fetched while the account is asked for its keys, and takes no longer: a page that shows widgets pays
 * for what a table does only once there is one. On a server, and until both are there, it is a table that loads.
 */
export function LazyKeyList({ isLoading: hasNoKeysYet, ...props }: KeyListProps & { isLoading: boolean }): ReactElement {
  const ui = useUi(keyFrameTexts)
  const list = useLatePart(lateList, true)
  if (!hasNoKeysYet && list === 'failed') {
    return (
      <div className="audiopod-keys-notices">
        <PlainFailure onRetry={lateList.load} title={ui.t('keys.load-failed')} />
      </div>
    )
  }
  if (!hasNoKeysYet && props.keys.length === 0) return <>{props.emptyState}</>
  if (hasNoKeysYet || typeof list !== 'object') return <KeyTableFrame labelledBy={props.labelledBy} />
  return <list.KeyList {...props} />
}
