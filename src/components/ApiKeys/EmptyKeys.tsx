'use client'

import type { ReactElement } from 'react'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { useUi } from '../../theme/UiContext.js'
import { Button } from '../parts/Button.js'
import type { KeyFilter } from './keySelection.js'
import { Nothing } from './NoKeys.js'

interface EmptyKeysProps {
  filter: KeyFilter
  query: string
  onClear: () => void
}

/** In place of the rows: why none is shown, and what to do. */
export function EmptyKeys({ filter, query, onClear }: EmptyKeysProps): ReactElement {
  const ui = useUi(apiKeyTexts)
  const clear = <Button onClick={onClear}>{ui.t(filter === 'current' ? 'keys.clear-search' : 'keys.clear-filters')}</Button>
  if (query.trim() !== '') {
    return (
      <Nothing action={clear} text={ui.t('keys.no-match')} title={ui.t('keys.no-match-title', { query: query.trim() })} />
    )
  }
  // Without a search, everything hides nothing, and what is current has only revoked keys beside it.
  if (filter === 'current' || filter === 'all') {
    return <Nothing text={ui.t('keys.none-current')} title={ui.t('keys.none-current-title')} />
  }
  if (filter === 'revoked') return <Nothing action={clear} text={ui.t('keys.none-revoked')} title={ui.t('keys.none-revoked-title')} />
  return <Nothing action={clear} text={ui.t('keys.none')} title={ui.t(`keys.none-${filter}-title`)} />
}
