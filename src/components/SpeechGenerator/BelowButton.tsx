'use client'

import type { ReactElement } from 'react'
import type { LazyOutcomeProps } from './LazyOutcome.js'
import { ShortNotice } from './ShortNotice.js'
import { SpeechNews } from './SpeechNews.js'
import { SpeechOutcome } from './SpeechOutcome.js'

/** That the balance may not do, what became of the press, and what screen readers hear of it. */
export function BelowButton(props: LazyOutcomeProps): ReactElement {
  const { phase, speech, needed, available, onAddFunds } = props
  return (
    <>
      {phase === 'funds' ? null : <ShortNotice available={available} needed={needed} onAddFunds={onAddFunds} />}
      <SpeechOutcome {...props} />
      <SpeechNews phase={phase} speech={speech} />
    </>
  )
}
