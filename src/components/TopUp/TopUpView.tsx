'use client'

import { type ReactElement, useEffect, useId, useRef } from 'react'
import { errorTexts } from '../../i18n/en/errors.js'
import { topUpTexts } from '../../i18n/en/topUp.js'
import type { UseTopUpResult } from '../../react/types.js'
import { useUi } from '../../theme/UiContext.js'
import { WidgetRoot } from '../../theme/WidgetRoot.js'
import { ErrorWords } from '../ErrorNotice/ErrorNotice.js'
import { Card, type HeadingLevel, Title } from '../parts/Card.js'
import { Notice } from '../parts/Notice.js'
import { rootOf } from '../parts/rootOf.js'
import { Skeleton, useSkeleton } from '../parts/Skeleton.js'
import { AmountForm } from './AmountForm.js'
import { CheckoutPanel } from './CheckoutPanel.js'
import { type TopUpSource, topUpState } from './topUpStatus.js'
import { useAmount } from './useAmount.js'

const texts = { ...topUpTexts, ...errorTexts }

export interface TopUpAppearance {
  /** What is topped up: the account's credits, or the prepaid wallet. @default 'credits' */
  of?: 'credits' | 'wallet' | undefined
  /** Amounts to choose from, in cents; those that the account does not allow are left out. @default [1000, 2500, 5000, 10000] */
  amounts?: readonly number[] | undefined
  /** Of the card's heading on the page. @default 2 */
  headingLevel?: HeadingLevel | undefined
  className?: string | undefined
}

export interface TopUpViewProps
  extends TopUpAppearance,
    TopUpSource,
    Omit<UseTopUpResult, keyof TopUpSource | 'mutate' | 'topUp' | 'repeat' | 'check' | 'isResumed' | 'updatedAt' | 'isValidating'> {
  /** Until when a rate limit holds every request back: ISO 8601. */
  pausedUntil?: string | undefined
  onTopUp: (cents: number) => void
  /** Takes the person to the checkout that is open. */
  onContinue: () => void
  onCheck: () => void
  onRepeat: () => void
  onRefresh: () => void
}

/** `TopUp` without its hook: shows what it is given. */
export function TopUpView(props: TopUpViewProps): ReactElement {
  const { of = 'credits', amounts, headingLevel, className, data, error, isLoading, retry, checkout, onRefresh } = props
  const ui = useUi(texts)
  const titleId = useId()
  const loading = useSkeleton(isLoading && !error)
  const state = loading ? 'loading' : topUpState(props)
  const amount = useAmount(data, amounts)
  const keptFocus = useKeptFocus(state)
  return (
    <WidgetRoot aria-busy={loading || undefined} className={className} data-of={of} name="top-up" state={state}>
      <Card labelledBy={titleId}>
        <Title id={titleId} level={headingLevel}>
          {ui.t('top-up.title')}
        </Title>
        <div className="audiopod-top-up-body" {...keptFocus} tabIndex={-1}>
          {content()}
        </div>
      </Card>
    </WidgetRoot>
  )

  function content(): ReactElement | null {
    switch (state) {
      case 'loading':
        return <LoadingForm />
      case 'forbidden':
        return <Notice live="status" title={ui.t('top-up.no-access-title')}>{ui.t('error.forbidden.text')}</Notice>
      case 'failed':
      case 'waiting':
        return error ? (
          <ErrorWords error={error} onRetry={onRefresh} retry={retry} title={ui.t('top-up.load-failed')} />
        ) : null
      case 'idle':
      case 'opening':
        return data ? <AmountForm {...props} amount={amount} limits={data} of={of} /> : null
      case 'open':
      case 'checking':
      case 'unchanged':
      case 'not-checked':
      case 'grown':
      case 'no-address':
        return checkout ? <CheckoutPanel {...props} checkout={checkout} of={of} state={state} /> : null
    }
  }
}

/** Bars where the form will be, of its height. */
function LoadingForm(): ReactElement {
  const ui = useUi(texts)
  return (
    <div className="audiopod-top-up-form">
      <div className="audiopod-choices">
        <div className="audiopod-label">{ui.t('top-up.amount')}</div>
        <div className="audiopod-choice-list">
          {['a', 'b', 'c', 'd', 'e'].map((each) => (
            <div className="audiopod-choice" key={each}>
              <Skeleton />
            </div>
          ))}
        </div>
      </div>
      <div className="audiopod-top-up-sum">
        <div className="audiopod-facts">
          {['pay', 'get'].map((each) => (
            <div className="audiopod-fact" key={each}>
              <Skeleton width="short" />
              <Skeleton width="short" />
            </div>
          ))}
        </div>
        <div className="audiopod-meta">
          <Skeleton width="half" />
        </div>
      </div>
      <div className="audiopod-top-up-actions">
        <div className="audiopod-choice">
          <Skeleton />
        </div>
        <span className="audiopod-meta">{ui.t('top-up.not-charged')}</span>
      </div>
    </div>
  )
}

/** Where a button leaves that had the focus, what stands in its place takes it: a keyboard does not start anew. */
function useKeptFocus(state: string) {
  const ref = useRef<HTMLDivElement>(null)
  const wasInside = useRef(false)
  const isInside = () => ref.current?.contains(rootOf(ref.current).activeElement) ?? false
  // A button that is taken out of the page tells nobody that it loses the focus; one in a window that is left keeps it.
  const note = () => {
    wasInside.current = isInside()
  }
  useEffect(() => {
    if (!wasInside.current || isInside()) return
    const next = ref.current?.querySelector<HTMLElement>('input:checked, button')
    const target = next ?? ref.current
    target?.focus()
  }, [state])
  return { ref, onFocus: note, onBlur: note }
}
