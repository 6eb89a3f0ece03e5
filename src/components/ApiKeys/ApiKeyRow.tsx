'use client'

import { type ReactElement, type ReactNode, useRef, useState } from 'react'
import type { ApiKey } from '../../api/types.js'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { factTexts } from '../../i18n/en/common.js'
import { writeDay } from '../../i18n/writers.js'
import { slot } from '../../theme/slot.js'
import { type UiWith, useUi } from '../../theme/UiContext.js'
import { Both, NotReported } from '../parts/Both.js'
import { copyText } from '../parts/copyText.js'
import { Icon } from '../parts/Icon.js'
import { checkIcon, clockIcon, dotsIcon } from '../parts/icons.js'
import { Menu, type MenuItem } from '../parts/Menu.js'
import { Pill } from '../parts/Pill.js'
import { useNow } from '../parts/ticker.js'
import { Moment } from '../parts/Moment.js'
import { Time } from '../parts/Time.js'
import { useJustNow } from '../parts/useJustNow.js'
import type { KeyNews } from './KeyNotices.js'
import { ageOf, type Expiry, expiryOf, type KeyColumn, OLD_MONTHS, UNUSED_DAYS } from './keyRows.js'

const texts = { ...apiKeyTexts, ...factTexts }

interface ApiKeyRowProps extends ApiKeyRowActions {
  apiKey: ApiKey
  columns: ReadonlySet<KeyColumn>
  isFresh: boolean
  /** A successor was made, or may have been. */
  isRotating: boolean
  /** Among all rows, where these are only some of them. */
  rowIndex: number | undefined
}

/** What can be done with a key from its row. */
export interface ApiKeyRowActions {
  /** In place of the menu. */
  renderActions?: ((key: ApiKey) => ReactNode) | undefined
  /** Without it the menu has no such item; so with `onRotate`. */
  onRevoke?: ((key: ApiKey) => void) | undefined
  onRotate?: ((key: ApiKey) => void) | undefined
  onNews: (news: KeyNews | undefined) => void
}

const tones = { active: 'ok', expired: 'neutral', revoked: 'neutral' } as const

export function ApiKeyRow(props: ApiKeyRowProps): ReactElement {
  const { apiKey, columns, isFresh, isRotating, rowIndex, renderActions, onRevoke, onRotate, onNews } = props
  const ui = useUi(texts)
  const now = useNow(60_000)
  const [copiedAt, setCopiedAt] = useState<number>()
  const justCopied = useJustNow(copiedAt)
  const nameCell = useRef<HTMLDivElement>(null)
  const name = apiKey.name || ui.t('keys.unnamed')
  const { id, status, description, hint, createdAt } = apiKey

  const copyId = async () => {
    const copied = await copyText(id, nameCell.current)
    if (copied) setCopiedAt(Date.now())
    onNews({ kind: copied ? 'id-copied' : 'id-not-copied', name, ids: [id] })
  }
  const copy = { id: 'copy', label: ui.t('keys.copy-id'), onSelect: () => void copyId() }
  const rotateLabel = ui.t(isRotating ? 'keys.rotate-continue' : 'keys.rotate')
  const changes: MenuItem[] = []
  if (onRotate) changes.push({ id: 'rotate', label: rotateLabel, onSelect: () => onRotate(apiKey) })
  if (onRevoke) changes.push({ id: 'revoke', label: ui.t('keys.revoke'), danger: true, onSelect: () => onRevoke(apiKey) })

  return (
    <div {...slot(ui, 'row', 'audiopod-table-row')} aria-rowindex={rowIndex} data-key-id={id} data-status={status} role="row">
      <div className="audiopod-table-cell" data-column="name" ref={nameCell} role="rowheader">
        <span className="audiopod-key-name">{name}</span>
        {isFresh ? <Pill tone="info">{ui.t('keys.status-new')}</Pill> : null}
        {isRotating && status !== 'revoked' ? <Pill tone="warn">{ui.t('keys.rotating')}</Pill> : null}
        {description ? <span className="audiopod-key-description audiopod-meta">{description}</span> : null}
        <Age apiKey={apiKey} now={now} />
      </div>
      {columns.has('status') ? (
        <div className="audiopod-table-cell" data-column="status" data-status={status} role="cell">
          {status ? <Pill tone={tones[status]}>{ui.t(`keys.status-${status}`)}</Pill> : <NotReported />}
        </div>
      ) : null}
      {columns.has('hint') ? (
        <div className="audiopod-table-cell" data-column="hint" role="cell">
          {hint ? <code className="audiopod-code">{hint}</code> : <NotReported />}
        </div>
      ) : null}
      {columns.has('lastUsed') ? (
        <div className="audiopod-table-cell" data-column="lastUsed" role="cell">
          <LastUsed apiKey={apiKey} />
        </div>
      ) : null}
      {columns.has('created') ? (
        <div className="audiopod-table-cell" data-column="created" role="cell">
          {createdAt ? (
            <Both
              narrow={ui.rich('keys.created', { time: <Time value={createdAt} /> })}
              wide={<Time value={createdAt} />}
            />
          ) : (
            <NotReported />
          )}
        </div>
      ) : null}
      {columns.has('expires') ? (
        <div className="audiopod-table-cell" data-column="expires" role="cell">
          <ExpiryWords expiry={expiryOf(apiKey, now)} ui={ui} />
        </div>
      ) : null}
      <div className="audiopod-table-cell" data-column="menu" role="cell">
        {renderActions ? (
          renderActions(apiKey)
        ) : (
          <Menu
            icon={justCopied ? checkIcon : dotsIcon}
            items={status === 'revoked' ? [copy] : [copy, ...changes]}
            label={ui.t('keys.actions', { name })}
          />
        )}
      </div>
    </div>
  )
}

/** What deserves a look, in words: nothing here is urgent. */
function Age({ apiKey, now }: { apiKey: ApiKey; now: number | undefined }): ReactElement | null {
  const ui = useUi(texts)
  const { isUnused, isOld } = ageOf(apiKey, now)
  if (!isUnused && !isOld) return null
  return (
    <span className="audiopod-key-age audiopod-meta">
      <Icon icon={clockIcon} />
      <span>
        {isUnused ? ui.t('keys.unused', { count: UNUSED_DAYS }) : null}
        {isUnused && isOld ? ' · ' : null}
        {isOld ? ui.t('keys.old', { count: OLD_MONTHS }) : null}
      </span>
    </span>
  )
}

function LastUsed({ apiKey }: { apiKey: ApiKey }): ReactElement {
  const ui = useUi(texts)
  const { lastUsedAt, neverUsed } = apiKey
  if (lastUsedAt !== undefined) {
    const time = <Time value={lastUsedAt} />
    return <Both narrow={ui.rich('keys.used', { time })} wide={time} />
  }
  if (neverUsed) return <span className="audiopod-quiet">{ui.t('keys.never-used')}</span>
  return <NotReported narrow={ui.t('keys.use-not-reported')} />
}

function ExpiryWords({ expiry, ui }: { expiry: Expiry; ui: UiWith<typeof texts> }): ReactElement {
  switch (expiry.kind) {
    case 'not-reported':
      return <NotReported narrow={ui.t('keys.expiry-not-reported')} />
    case 'never':
      return <Both narrow={ui.t('keys.no-expiry')} wide={ui.t('common.never')} />
    case 'soon':
      return (
        <Pill tone="warn">
          {expiry.days < 1 ? ui.t('keys.expires-today') : ui.t('keys.days-left', { count: expiry.days })}
        </Pill>
      )
    case 'expired': {
      const time = <Moment value={expiry.at} words={writeDay} />
      return <Both narrow={<Pill>{ui.rich('keys.expired', { time })}</Pill>} wide={time} />
    }
    case 'later': {
      const time = <Moment value={expiry.at} words={writeDay} />
      return <Both narrow={ui.rich('keys.expires', { time })} wide={time} />
    }
  }
}
