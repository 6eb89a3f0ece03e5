'use client'

import type { ReactElement } from 'react'
import type { LazyOutcomeProps } from './LazyOutcome.js'
import { ShortNotice } from './ShortNotice.js'
import { SpeechNews } from './SpeechNews.js'
import { SpeechOutcome } from './SpeechOutcome.js'

export interface BelowButtonProps extends LazyOutcomeProps {
  /** A job was under way before this was fetched: that it has ended is news. */
  wasUnderWay: boolean
}

/** That the balance may not do, what became of the press, and what screen readers hear of it. */
export function BelowButton(props: BelowButtonProps): ReactElement {
  const { phase, speech, needed, available, onAddFunds } = props
  return (
    <>
      {phase === 'funds' ? null : <ShortNotice available={available} needed={needed} onAddFunds={onAddFunds} />}
      <SpeechOutcome {...props} />
      <SpeechNews phase={phase} speech={speech} wasUnderWay={props.wasUnderWay} />
    </>
  )
}
