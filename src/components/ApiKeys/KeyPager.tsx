'use client'

import type { ReactElement } from 'react'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { useUi } from '../../theme/UiContext.js'
import { Button } from '../parts/Button.js'
import type { UseApiKeyTableResult } from './useApiKeyTable.js'

export interface KeyPagerProps {
  list: UseApiKeyTableResult
  onPage: (page: number) => void
}

/** Where one is in a long list, and the ways on. It stays in sight while the list is, and so does the focus within it. */
export function KeyPager({ list, onPage }: KeyPagerProps): ReactElement {
  const ui = useUi(apiKeyTexts)
  const { page, pageCount, from, to, count } = list
  return (
    <nav aria-label={ui.t('keys.pages')} className="audiopod-usage-head audiopod-usage-more audiopod-keys-pager audiopod-meta">
      <span>{ui.t('keys.range', { from: from + 1, to, count })}</span>
      <span className="audiopod-usage-head">
        <Button onClick={() => onPage(page - 1)} size="small" unavailable={page === 0}>
          {ui.t('keys.previous')}
        </Button>
        <Button onClick={() => onPage(page + 1)} size="small" unavailable={page === pageCount - 1}>
          {ui.t('keys.next')}
        </Button>
      </span>
    </nav>
  )
}
