import type { ReactElement } from 'react'
import { ApiKeys, CreditBalance, SpeechGenerator, TopUp } from '../../src/index.js'

/** A widget of each kind: figures, choices, a table with menus and dialogs, a form with a list. */
export function HostWidgets(): ReactElement {
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      <CreditBalance onAddFunds={() => {}} />
      <TopUp />
      <ApiKeys />
      <SpeechGenerator />
    </div>
  )
}
