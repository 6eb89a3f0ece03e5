'use client'

import { type ReactElement, type RefObject, useEffect, useMemo, useState } from 'react'
import { directionTexts } from '../../i18n/en/directions.js'
import { useUi } from '../../theme/UiContext.js'
import { Button } from '../parts/Button.js'
import { LiveRegion } from '../parts/LiveRegion.js'
import { checkDirections, type DirectionFinding, MAX_BREAK_SECONDS, MAX_BREAKS } from './directions.js'

/** A direction is looked at when the hands rest: half of one is no mistake. */
const REST_MS = 800
const MOST_SHOWN = 40
const NONE: readonly DirectionFinding[] = []

export interface DirectionHintProps {
  value: string
  boxRef: RefObject<HTMLTextAreaElement | null>
}

/** Says which direction may not be taken as it is meant, and shows where. It keeps nothing from being sent. */
export function DirectionHint({ value, boxRef }: DirectionHintProps): ReactElement | null {
  const ui = useUi(directionTexts)
  const settled = useSettled(value)
  const findings = useMemo(() => checkDirections(settled), [settled])
  // While it is being changed, places in the text are not what they were.
  const [first] = settled === value ? findings : NONE
  const message = first ? messageOf(first) : ''

  function messageOf({ problem, start, end, suggestion = '' }: DirectionFinding): string {
    const found = settled.slice(start, end)
    const what = found.length > MOST_SHOWN ? `${found.slice(0, MOST_SHOWN)}…` : found
    const max = problem === 'breaks' ? MAX_BREAKS : MAX_BREAK_SECONDS
    return ui.t(`direction.${problem}`, { what: isolated(what), suggestion: isolated(`[${suggestion}]`), max })
  }

  return (
    <>
      {first && (
        <div className="audiopod-speech-hint">
          {message} {findings.length > 1 && ui.t('direction.more', { count: findings.length - 1 })}
          <Button
            size="small"
            variant="ghost"
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

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), REST_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** In a sentence from right to left, code still reads from left to right. */
const isolated = (code: string) => `\u2066${code}\u2069`
