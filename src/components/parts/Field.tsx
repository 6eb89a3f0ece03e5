'use client'

import { type ReactElement, type ReactNode, useId } from 'react'
import { fieldTexts } from '../../i18n/en/common.js'
import { useUi } from '../../theme/UiContext.js'

/** What a control must carry to belong to its field. */
export interface ControlProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export interface FieldProps {
  label: ReactNode
  help?: ReactNode
  /** What is wrong; it takes the place of nothing, and stands above the help. */
  error?: ReactNode
  /** At the end of the line below, as a count of characters. */
  count?: ReactNode
  optional?: boolean | undefined
  children: (control: ControlProps) => ReactNode
}

/** A label, a control, and what there is to say about it. */
export function Field({ label, help, error, count, optional = false, children }: FieldProps): ReactElement {
  const { t, render } = useUi(fieldTexts)
  const id = useId()
  const described = [error ? `${id}-error` : '', help ? `${id}-help` : ''].filter(Boolean).join(' ')
  const control = children({
    id,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? true : undefined,
  })
  if (render.field) {
    const state = { label, controlId: id, optional, help, helpId: `${id}-help`, error, errorId: `${id}-error`, count, control }
    return render.field({}, state)
  }
  return (
    <div className="audiopod-field">
      <label className="audiopod-label" htmlFor={id}>
        {label}
        {optional ? <span className="audiopod-label-note">{t('common.optional')}</span> : null}
      </label>
      {control}
      {error || help || count ? (
        <div className="audiopod-field-foot">
          <div className="audiopod-field-words">
            {error ? (
              <div className="audiopod-field-error" id={`${id}-error`}>
                {error}
              </div>
            ) : null}
            {help ? (
              <div className="audiopod-field-help" id={`${id}-help`}>
                {help}
              </div>
            ) : null}
          </div>
          {count ? <div className="audiopod-field-count">{count}</div> : null}
        </div>
      ) : null}
    </div>
  )
}
