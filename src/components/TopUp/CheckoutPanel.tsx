'use client'

import type { ReactElement } from 'react'
import type { TopUp } from '../../api/types.js'
import { errorTexts } from '../../i18n/en/errors.js'
import { topUpTexts } from '../../i18n/en/topUp.js'
import { writeMoney } from '../../i18n/writers.js'
import { useUi } from '../../theme/UiContext.js'
import { Button } from '../parts/Button.js'
import { clockIcon } from '../parts/icons.js'
import { Notice } from '../parts/Notice.js'
import type { TopUpViewProps } from './TopUpView.js'

const texts = { ...topUpTexts, ...errorTexts }

interface CheckoutPanelProps extends Pick<TopUpViewProps, 'growth' | 'isChecking' | 'onCheck' | 'onContinue' | 'reset'> {
  of: 'credits' | 'wallet'
  checkout: TopUp
  state: 'open' | 'checking' | 'unchanged' | 'not-checked' | 'grown' | 'no-address'
}

/** What came of a checkout, as far as the balance tells; and the way back to it. */
export function CheckoutPanel(props: CheckoutPanelProps): ReactElement {
  const { of, checkout, state, growth, isChecking, onCheck, onContinue, reset } = props
  const ui = useUi(texts)
  const write = (amount: number) =>
    of === 'wallet' ? writeMoney(ui, amount) : ui.t('top-up.credits', { count: amount })

  if (state === 'no-address') {
    return (
      <Notice
        action={<Button onClick={reset}>{ui.t('top-up.change')}</Button>}
        live="alert"
        title={ui.t('top-up.no-address-title')}
        tone="warn"
      >
        {ui.t('top-up.no-address')}
        {checkout.sessionId ? (
          <div className="audiopod-notice-reference">{ui.t('common.reference', { id: checkout.sessionId })}</div>
        ) : null}
      </Notice>
    )
  }
  if (state === 'grown' && growth) {
    return (
      <>
        <Notice live="status" title={ui.t('top-up.grown-title')} tone="ok">
          {ui.t('top-up.grown', { before: write(growth.before), after: write(growth.after) })}
        </Notice>
        <div className="audiopod-top-up-actions">
          <Button onClick={reset}>{ui.t('top-up.again')}</Button>
        </div>
      </>
    )
  }
  const isBack = state === 'unchanged' || state === 'not-checked'
  const isBusy = state === 'checking' || (isBack && isChecking)
  return (
    <>
      <Notice
        icon={isBack ? undefined : clockIcon}
        live="status"
        title={ui.t(`top-up.${state}-title`)}
        tone={isBack ? 'warn' : 'info'}
      >
        {ui.t(`top-up.${state}`, { amount: writeMoney(ui, checkout.amountCents) })}
      </Notice>
      <div className="audiopod-top-up-actions">
        {state === 'open' ? null : (
          <Button busy={isBusy} onClick={onCheck} variant="primary">
            {ui.t('top-up.check')}
          </Button>
        )}
        <Button onClick={onContinue} variant={state === 'open' ? 'primary' : 'secondary'}>
          {ui.t('top-up.continue')}
        </Button>
        <Button onClick={reset} variant="ghost">
          {ui.t('top-up.change')}
        </Button>
      </div>
    </>
  )
}
