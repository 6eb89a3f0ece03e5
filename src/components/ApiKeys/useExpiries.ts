'use client'

import { useState } from 'react'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { writeDay } from '../../i18n/writers.js'
import { useUi } from '../../theme/UiContext.js'
import { expiryDate } from './keyRows.js'

const choices = ['30', '90', '365', 'none'] as const

/** Days, or none. */
export type ExpiryChoice = (typeof choices)[number]

export interface Expiry {
  value: ExpiryChoice
  /** In words, with the day on which the key would end. */
  label: string
}

/** For how long a key may work. */
export function useExpiries(): readonly Expiry[] {
  const ui = useUi(apiKeyTexts)
  const [now] = useState(() => Date.now())
  const label = (choice: ExpiryChoice) => {
    if (choice === 'none') return ui.t('keys.expiry-none')
    const date = writeDay(ui, expiryDate(Number(choice), now))
    return choice === '365' ? ui.t('keys.expiry-year', { date }) : ui.t('keys.expiry-days', { count: Number(choice), date })
  }
  return choices.map((value) => ({ value, label: label(value) }))
}
