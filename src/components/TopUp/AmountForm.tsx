'use client'

import { type ReactElement, type ReactNode, useId, useRef, useState } from 'react'
import { CREDITS_PER_CHARACTER, SPEECH_CENTS_PER_MINUTE } from '../../api/limits.js'
import type { TopUpLimits } from '../../api/types.js'
import { errorTexts } from '../../i18n/en/errors.js'
import { topUpTexts } from '../../i18n/en/topUp.js'
import { writeMoney } from '../../i18n/writers.js'
import { useUi } from '../../theme/UiContext.js'
import { ErrorWords } from '../ErrorNotice/ErrorNotice.js'
import { Button } from '../parts/Button.js'
import { Field } from '../parts/Field.js'
import { Input } from '../parts/Input.js'
import { LiveRegion } from '../parts/LiveRegion.js'
import { RateLimitWords } from '../RateLimitNotice/RateLimitNotice.js'
import { creditsFor } from './amounts.js'
import type { TopUpViewProps } from './TopUpView.js'
import type { Amount } from './useAmount.js'

const texts = { ...topUpTexts, ...errorTexts }

interface AmountFormProps extends Pick<TopUpViewProps, 'failure' | 'isOpening' | 'pausedUntil' | 'onTopUp' | 'onRepeat'> {
  of: 'credits' | 'wallet'
  limits: TopUpLimits
  amount: Amount
}

/** How much, what it buys, and the way to the checkout. */
export function AmountForm(props: AmountFormProps): ReactElement {
  const { of, limits, amount, failure, isOpening, pausedUntil, onTopUp, onRepeat } = props
  const { range, presets, choice, typed, cents } = amount
  const ui = useUi(texts)
  const name = useId()
  const inputRef = useRef<HTMLInputElement>(null)
  const [isRefused, setRefused] = useState(false)
  const values = { min: writeMoney(ui, range.min), max: writeMoney(ui, range.max) }

  const submit = () => {
    if (isOpening) return
    setRefused(cents === undefined)
    if (cents === undefined) inputRef.current?.focus()
    else onTopUp(cents)
  }
  const credits = cents === undefined ? undefined : creditsFor(cents, limits.creditsPerDollar)
  const { get, speech } = bought()
  return (
    <form
      className="audiopod-top-up-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {presets.length > 0 ? (
        <fieldset className="audiopod-choices">
          <legend className="audiopod-label">{ui.t('top-up.amount')}</legend>
          <div className="audiopod-choice-list">
            {presets.map((preset) => choiceOf(preset, <bdi>{writeMoney(ui, preset)}</bdi>))}
            {choiceOf('own', ui.t('top-up.other'))}
          </div>
        </fieldset>
      ) : null}
      {choice === 'own' ? (
        <Field
          error={isRefused && cents === undefined ? ui.t('top-up.out-of-range', values) : undefined}
          help={isRefused && cents === undefined ? undefined : ui.t('top-up.range', values)}
          label={ui.t('top-up.own-amount')}
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              inputMode="decimal"
              maxLength={20}
              onChange={(event) => amount.type(event.target.value)}
              ref={inputRef}
              value={typed}
            />
          )}
        </Field>
      ) : null}
      {cents === undefined ? null : (
        <div className="audiopod-top-up-sum">
          <dl className="audiopod-facts">
            {fact(ui.t('top-up.pay'), <bdi>{writeMoney(ui, cents)}</bdi>)}
            {get === undefined ? null : fact(ui.t('top-up.get'), get)}
          </dl>
          {speech === undefined ? null : <div className="audiopod-meta">{speech}</div>}
        </div>
      )}
      {failure && !isOpening ? failed() : null}
      {isOpening && pausedUntil ? <RateLimitWords purpose="retry" retryAt={pausedUntil} /> : null}
      <div className="audiopod-top-up-actions">
        <Button busy={isOpening} type="submit" variant="primary">
          {ui.t('top-up.submit')}
        </Button>
        <span className="audiopod-meta">{ui.t('top-up.not-charged')}</span>
      </div>
      <LiveRegion message={cents === undefined || get === undefined ? '' : `${writeMoney(ui, cents)}: ${get}`} />
    </form>
  )

  function choiceOf(value: number | 'own', label: ReactNode): ReactElement {
    return (
      <label className="audiopod-choice" key={value}>
        <input
          checked={choice === value}
          className="audiopod-choice-input"
          name={name}
          onChange={() => amount.choose(value)}
          type="radio"
          value={value}
        />
        <span className="audiopod-choice-text">{label}</span>
      </label>
    )
  }

  /** What the account gives for it, and about how much speech that is; each only where it is known. */
  function bought(): { get?: string; speech?: string } {
    if (cents === undefined) return {}
    if (of === 'wallet') {
      return {
        get: ui.t('top-up.money', { amount: writeMoney(ui, cents) }),
        speech: ui.t('top-up.minutes', { count: Math.floor(cents / SPEECH_CENTS_PER_MINUTE) }),
      }
    }
    if (credits === undefined) return {}
    return {
      get: ui.t('top-up.credits', { count: credits }),
      speech: ui.t('top-up.characters', { count: Math.floor(credits / CREDITS_PER_CHARACTER) }),
    }
  }

  function failed(): ReactElement | null {
    if (!failure) return null
    const isUnknown = failure.code === 'unknown_outcome'
    return (
      <ErrorWords
        actions={isUnknown ? { unknown_outcome: <Button onClick={onRepeat}>{ui.t('common.try-again')}</Button> } : undefined}
        detail={isUnknown ? ui.t('top-up.unknown') : undefined}
        error={failure}
        live="alert"
        title={isUnknown ? undefined : ui.t('top-up.failed')}
      />
    )
  }
}

function fact(name: string, value: ReactNode): ReactElement {
  return (
    <div className="audiopod-fact">
      <dt className="audiopod-fact-name">{name}</dt>
      <dd className="audiopod-fact-value">{value}</dd>
    </div>
  )
}
