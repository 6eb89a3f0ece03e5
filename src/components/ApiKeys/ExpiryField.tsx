'use client'

import type { ReactElement } from 'react'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { useUi } from '../../theme/UiContext.js'
import { Field } from '../parts/Field.js'
import { Select } from '../parts/Input.js'
import { type ExpiryChoice, useExpiries } from './useExpiries.js'

interface ExpiryFieldProps {
  value: ExpiryChoice
  onChange: (value: ExpiryChoice) => void
}

/** For how long a key works, with the day on which it ends. */
export function ExpiryField({ value, onChange }: ExpiryFieldProps): ReactElement {
  const ui = useUi(apiKeyTexts)
  const choices = useExpiries()
  return (
    <Field help={value === 'none' ? ui.t('keys.expiry-none-help') : undefined} label={ui.t('keys.expiry')}>
      {(control) => (
        <Select
          {...control}
          name="audiopod-key-expiry"
          onChange={(event) => onChange(choices.find((choice) => choice.value === event.target.value)?.value ?? 'none')}
          value={value}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
