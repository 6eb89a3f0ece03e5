'use client'

import { type ReactElement, useId } from 'react'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { useUi } from '../../theme/UiContext.js'
import { Input, Select } from '../parts/Input.js'
import { LiveRegion } from '../parts/LiveRegion.js'
import type { KeyFilter } from './keyRows.js'

interface ApiKeyToolbarProps {
  query: string
  onQuery: (query: string) => void
  filter: KeyFilter
  onFilter: (filter: KeyFilter) => void
  /** Without revoked keys there is nothing to choose from. */
  hasRevoked: boolean
  /** How many keys are shown. */
  count: number
}

const filters: readonly KeyFilter[] = ['current', 'revoked', 'all']

export function ApiKeyToolbar(props: ApiKeyToolbarProps): ReactElement {
  const { query, onQuery, filter, onFilter, hasRevoked, count } = props
  const ui = useUi(apiKeyTexts)
  const id = useId()
  return (
    <div className="audiopod-keys-tools">
      <label className="audiopod-hidden" htmlFor={`${id}-search`}>
        {ui.t('keys.search')}
      </label>
      <Input
        autoComplete="off"
        icon="search"
        id={`${id}-search`}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || query === '') return
          event.stopPropagation()
          onQuery('')
        }}
        placeholder={ui.t('keys.search')}
        spellCheck={false}
        type="search"
        value={query}
      />
      {hasRevoked || filter !== 'current' ? (
        <>
          <label className="audiopod-hidden" htmlFor={`${id}-filter`}>
            {ui.t('keys.show')}
          </label>
          <Select
            id={`${id}-filter`}
            onChange={(event) => onFilter(filters.find((each) => each === event.target.value) ?? 'current')}
            value={filter}
          >
            {filters.map((each) => (
              <option key={each} value={each}>
                {ui.t(`keys.filter-${each}`)}
              </option>
            ))}
          </Select>
        </>
      ) : null}
      <LiveRegion message={query === '' && filter === 'current' ? '' : ui.t('keys.count', { count })} />
    </div>
  )
}
