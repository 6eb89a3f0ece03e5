'use client'

import type { ReactElement } from 'react'
import { playerTexts } from '../../i18n/en/player.js'
import { useUi } from '../../theme/index.js'
import { Button } from '../parts/Button.js'
import { Notice } from '../parts/Notice.js'
import type { MediaFailure } from './mediaFailure.js'

export interface FailureNoticeProps {
  failure: MediaFailure
  /** Somebody can give a fresh link. */
  canRenew: boolean
  onRecover: () => void
}

/** Why there is no sound, and what to do about it. */
export function FailureNotice({ failure, canRenew, onRecover }: FailureNoticeProps): ReactElement {
  const { t } = useUi(playerTexts)
  const label = failure === 'expired' && canRenew ? 'player.new-link' : 'common.try-again'
  return (
    <Notice
      tone="warn"
      live="status"
      action={
        failure === 'unplayable' ? undefined : (
          <Button size="small" onClick={onRecover}>
            {t(label)}
          </Button>
        )
      }
    >
      {t(`player.${failure}`)}
    </Notice>
  )
}
