'use client'

import type { ReactElement } from 'react'
import { useUi } from '../../theme/UiContext.js'
import { Button } from '../parts/Button.js'

export interface PlainFailureProps {
  /** What did not work, as “Could not load keys.” */
  title: string
  onRetry: () => void
}

/** In place of a notice whose own code could not be fetched: what did not work, and another try at both. */
export function PlainFailure({ title, onRetry }: PlainFailureProps): ReactElement {
  const ui = useUi()
  return (
    <div className="audiopod-plain-failure">
      <span role="status">{title}</span>{' '}
      <Button onClick={onRetry} size="small">
        {ui.t('common.try-again')}
      </Button>
    </div>
  )
}
