'use client'

import type { ReactElement } from 'react'
import { ageTexts } from '../../i18n/en/common.js'
import { creditTexts } from '../../i18n/en/credits.js'
import { creditTroubleTexts } from '../../i18n/en/creditTrouble.js'
import { errorTexts } from '../../i18n/en/errors.js'
import { useUi } from '../../theme/UiContext.js'
import { errorText } from '../ErrorNotice/errorText.js'
import { Button } from '../parts/Button.js'
import { Icon } from '../parts/Icon.js'
import { alertIcon, refreshIcon } from '../parts/icons.js'
import { IconButton } from '../parts/IconButton.js'
import { VisuallyHidden } from '../parts/VisuallyHidden.js'
import type { CreditBalanceViewProps } from './CreditBalanceView.js'
import { type CreditState, shownCredits } from './creditStatus.js'

const texts = { ...creditTexts, ...creditTroubleTexts, ...errorTexts, ...ageTexts }

interface CreditBadgeProps extends CreditBalanceViewProps {
  state: CreditState
  stale: boolean
}

/** The balance in one line, where something is the matter. What a card says in a notice stands in words here too, for screen readers and as a tooltip. */
export function CreditBadge({
  data,
  state,
  stale,
  error,
  isValidating,
  onRefresh,
  onAddFunds,
}: CreditBadgeProps): ReactElement {
  const ui = useUi(texts)
  const shown = shownCredits(data)
  const wanting = state === 'low' || state === 'empty'
  const warning = wanting ? ui.t(`credits.${state}-title`) : undefined
  const failure = error ? errorText(ui, error).title : undefined
  const remarks = [warning, failure].filter((remark) => remark !== undefined).join(' ')
  return (
    <span
      className="audiopod-badge"
      data-stale={stale ? '' : undefined}
      data-tone={state === 'low' ? 'warn' : state === 'empty' ? 'danger' : undefined}
      title={remarks === '' ? undefined : remarks}
    >
      {wanting || !shown ? <Icon icon={alertIcon} /> : null}
      <span className="audiopod-badge-text">
        {shown ? ui.t('credits.amount', { count: shown.amount }) : ui.t('credits.badge-unknown')}
        {remarks === '' ? null : <VisuallyHidden>{` ${remarks}`}</VisuallyHidden>}
      </span>
      {(stale || !shown) && state !== 'forbidden' ? (
        <IconButton busy={isValidating} icon={refreshIcon} label={ui.t('common.refresh')} onClick={onRefresh} />
      ) : null}
      {onAddFunds && wanting ? (
        <Button onClick={onAddFunds} size="small">
          {ui.t('common.add-funds')}
        </Button>
      ) : null}
    </span>
  )
}
