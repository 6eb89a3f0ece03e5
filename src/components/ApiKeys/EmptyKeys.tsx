'use client'

import type { ReactElement, ReactNode } from 'react'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { useUi } from '../../theme/UiContext.js'
import { Button } from '../parts/Button.js'
import type { KeyFilter } from './keyRows.js'

interface EmptyKeysProps {
  /** The account has no keys at all. */
  isEmpty: boolean
  filter: KeyFilter
  query: string
  action: ReactNode
  onClear: () => void
}

/** In place of the table: why there is nothing in it, and what to do. */
export function EmptyKeys({ isEmpty, filter, query, action, onClear }: EmptyKeysProps): ReactElement {
  const ui = useUi(apiKeyTexts)
  if (isEmpty) return <Nothing action={action} text={ui.t('keys.empty')} title={ui.t('keys.empty-title')} />
  if (query.trim() !== '') {
    return (
      <Nothing
        action={<Button onClick={onClear}>{ui.t('keys.clear-search')}</Button>}
        text={ui.t('keys.no-match')}
        title={ui.t('keys.no-match-title', { query: query.trim() })}
      />
    )
  }
  const which = filter === 'revoked' ? 'revoked' : 'current'
  return <Nothing text={ui.t(`keys.none-${which}`)} title={ui.t(`keys.none-${which}-title`)} />
}

function Nothing({ title, text, action }: { title: string; text: string; action?: ReactNode }): ReactElement {
  return (
    <div className="audiopod-keys-empty">
      <div className="audiopod-keys-empty-title">{title}</div>
      <div className="audiopod-keys-empty-text">{text}</div>
      {action ? <div className="audiopod-keys-empty-action">{action}</div> : null}
    </div>
  )
}
