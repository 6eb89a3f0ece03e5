'use client'

import { type ReactElement, useState } from 'react'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { useUi } from '../../theme/UiContext.js'
import { Field } from '../parts/Field.js'
import { Select } from '../parts/Input.js'
import { expiryDate } from './keyRows.js'

const choices = ['30', '90', '365', 'none'] as const

/** Days, or none. */
export type ExpiryChoice = (typeof choices)[number]

interface ExpiryFieldProps {
  value: ExpiryChoice
  onChange: (value: ExpiryChoice) => void
}

/** For how long a key works, with the day on which it ends. */
export function ExpiryField({ value, onChange }: ExpiryFieldProps): ReactElement {
  const ui = useUi(apiKeyTexts)
  const [now] = useState(() => Date.now())
  const date = (choice: ExpiryChoice) => ui.day(expiryDate(Number(choice), now))
  const text = (choice: ExpiryChoice) => {
    if (choice === 'none') return ui.t('keys.expiry-none')
    if (choice === '365') return ui.t('keys.expiry-year', { date: date(choice) })
    return ui.t('keys.expiry-days', { count: Number(choice), date: date(choice) })
  }
  return (
    <Field help={value === 'none' ? ui.t('keys.expiry-none-help') : undefined} label={ui.t('keys.expiry')}>
      {(control) => (
        <Select
          {...control}
          name="audiopod-key-expiry"
          onChange={(event) => onChange(choices.find((choice) => choice === event.target.value) ?? 'none')}
          value={value}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {text(choice)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
