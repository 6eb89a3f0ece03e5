'use client'

import { type ReactElement, type Ref, useId } from 'react'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { useUi } from '../../theme/UiContext.js'
import { Input, Select } from '../parts/Input.js'
import { searchIcon } from '../parts/icons.js'
import { LiveRegion } from '../parts/LiveRegion.js'
import type { KeySort } from './keySelection.js'
import type { UseApiKeyTableResult } from './useApiKeyTable.js'

interface ApiKeyToolbarProps {
  list: UseApiKeyTableResult
  sorts: readonly KeySort[]
  onSort: (sort: KeySort | undefined) => void
  searchRef: Ref<HTMLInputElement>
}

export function ApiKeyToolbar({ list, sorts, onSort, searchRef }: ApiKeyToolbarProps): ReactElement {
  const { query, setQuery, filter, setFilter, filters, sort, count } = list
  const ui = useUi(apiKeyTexts)
  const id = useId()
  // What is chosen stays to be seen when its last key is gone.
  const shown = filters.includes(filter) ? filters : [...filters, filter]
  return (
    <div className="audiopod-keys-tools">
      <label className="audiopod-hidden" htmlFor={`${id}-search`}>
        {ui.t('keys.search')}
      </label>
      <Input
        autoComplete="off"
        icon={searchIcon}
        id={`${id}-search`}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || query === '') return
          event.stopPropagation()
          setQuery('')
        }}
        placeholder={ui.t('keys.search')}
        ref={searchRef}
        spellCheck={false}
        type="search"
        value={query}
      />
      {filters.length > 1 || filter !== 'current' ? (
        <>
          <label className="audiopod-hidden" htmlFor={`${id}-filter`}>
            {ui.t('keys.show')}
          </label>
          <Select
            id={`${id}-filter`}
            onChange={(event) => setFilter(shown.find((each) => each === event.target.value) ?? 'current')}
            value={filter}
          >
            {shown.map((each) => (
              <option key={each} value={each}>
                {ui.t(`keys.filter-${each}`)}
              </option>
            ))}
          </Select>
        </>
      ) : null}
      {sorts.length > 0 ? (
        <span className="audiopod-keys-sort">
          <label className="audiopod-hidden" htmlFor={`${id}-sort`}>
            {ui.t('keys.sort')}
          </label>
          <Select
            id={`${id}-sort`}
            onChange={(event) => onSort(sorts.find((each) => sortName(each) === event.target.value))}
            value={sortName(sort)}
          >
            {[undefined, ...sorts].map((each) => (
              <option key={sortName(each)} value={sortName(each)}>
                {ui.t(`keys.sort-${sortName(each)}`)}
              </option>
            ))}
          </Select>
        </span>
      ) : null}
      <LiveRegion message={query === '' && filter === 'current' ? '' : ui.t('keys.count', { count })} />
    </div>
  )
}

export function sortName(sort: KeySort | undefined): 'usual' | `${KeySort['by']}-${KeySort['direction']}` {
  return sort ? `${sort.by}-${sort.direction}` : 'usual'
}
