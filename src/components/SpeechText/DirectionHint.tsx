'use client'

import type { ReactElement, RefObject } from 'react'
import { directionTexts } from '../../i18n/en/directions.js'
import { useUi } from '../../theme/UiContext.js'
import { Button } from '../parts/Button.js'
import { LiveRegion } from '../parts/LiveRegion.js'
import { findingText } from './findingText.js'
import { useDirectionCheck } from './useDirectionCheck.js'

export interface DirectionHintProps {
  value: string
  boxRef: RefObject<HTMLTextAreaElement | null>
}

/** Says which direction may not be taken as it is meant, and shows where. It keeps nothing from being sent. */
export function DirectionHint({ value, boxRef }: DirectionHintProps): ReactElement | null {
  const ui = useUi(directionTexts)
  const { settled, findings } = useDirectionCheck(value)
  const [first] = findings
  const message = first ? findingText(ui, settled, first) : ''

  return (
    <>
      {first && (
        <div className="audiopod-speech-hint">
          <span>
            {message} {findings.length > 1 && ui.t('direction.more', { count: findings.length - 1 })}
          </span>
          <Button
            size="small"
            onClick={() => {
              boxRef.current?.focus()
              boxRef.current?.setSelectionRange(first.start, first.end)
            }}
          >
            {ui.t('direction.show')}
          </Button>
        </div>
      )}
      <LiveRegion message={message} />
    </>
  )
}
