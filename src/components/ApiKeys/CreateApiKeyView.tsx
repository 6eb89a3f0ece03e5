'use client'

import { type ReactElement, useRef } from 'react'
import type { CreatedApiKey } from '../../api/types.js'
import type { ApiKeyInput } from '../../client/types.js'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { actionTexts } from '../../i18n/en/common.js'
import { errorTexts } from '../../i18n/en/errors.js'
import { useUi } from '../../theme/UiContext.js'
import { ErrorWords } from '../ErrorNotice/ErrorNotice.js'
import { Button } from '../parts/Button.js'
import { Dialog } from '../parts/Dialog.js'
import { Field } from '../parts/Field.js'
import { Input } from '../parts/Input.js'
import { Notice } from '../parts/Notice.js'
import { RateLimitWords } from '../RateLimitNotice/RateLimitNotice.js'
import { ExpiryField } from './ExpiryField.js'
import { createSecretBox, type SecretBox } from './secretBox.js'
import { useKeyForm } from './useKeyForm.js'

const texts = { ...apiKeyTexts, ...errorTexts, ...actionTexts }

export interface CreateApiKeyViewProps {
  create: (input: ApiKeyInput) => Promise<CreatedApiKey>
  onCreated: (box: SecretBox) => void
  /** After a creation that nobody answered: the person wants to see whether it is there. */
  onCheckList: (name: string) => void
  onClose: () => void
  /** Until when a rate limit holds everything back: ISO 8601. */
  pausedUntil?: string | undefined
}

const suggestions = [
  'keys.suggestion-development',
  'keys.suggestion-staging',
  'keys.suggestion-production',
  'keys.suggestion-mobile',
] as const

export function CreateApiKeyView(props: CreateApiKeyViewProps): ReactElement {
  const { create, onCreated, onCheckList, onClose, pausedUntil } = props
  const ui = useUi(texts)
  const form = useKeyForm(create, (created) => onCreated(createSecretBox(created)))
  const { isWorking: busy, error, problems, nameRef } = form
  const checkButton = useRef<HTMLButtonElement>(null)

  if (form.isUnknown) {
    return (
      <Dialog
        actions={
          <>
            <Button onClick={onClose}>{ui.t('common.close')}</Button>
            <Button onClick={() => onCheckList(form.name.trim())} ref={checkButton} variant="primary">
              {ui.t('keys.check-list')}
            </Button>
          </>
        }
        initialFocus={checkButton}
        key="unknown"
        onClose={onClose}
        title={ui.t('keys.create-title')}
      >
        <Notice live="alert" title={ui.t('error.unknown_outcome.title')} tone="warn">
          {ui.t('keys.create-unknown')}
        </Notice>
      </Dialog>
    )
  }

  return (
    <Dialog
      actions={
        <>
          <Button onClick={onClose} unavailable={busy}>
            {ui.t('common.cancel')}
          </Button>
          <Button busy={busy} type="submit" variant="primary">
            {ui.t('keys.create')}
          </Button>
        </>
      }
      initialFocus={nameRef}
      locked={busy}
      onClose={onClose}
      onSubmit={form.submit}
      title={ui.t('keys.create-title')}
    >
      {error ? <ErrorWords error={error} live="alert" title={ui.t('keys.create-failed')} /> : null}
      {busy && pausedUntil ? <RateLimitWords purpose="retry" retryAt={pausedUntil} /> : null}
      <div className="audiopod-field">
        <Field error={problems.name} help={ui.t('keys.name-help')} label={ui.t('keys.name')}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              name="audiopod-key-name"
              onChange={(event) => form.setName(event.target.value)}
              readOnly={busy}
              ref={nameRef}
              required
              value={form.name}
            />
          )}
        </Field>
        <div aria-label={ui.t('keys.suggestions')} className="audiopod-chips" role="group">
          {suggestions.map((key) => (
            <Button
              key={key}
              onClick={() => {
                form.setName(ui.t(key))
                nameRef.current?.focus()
              }}
              size="small"
              unavailable={busy}
            >
              {ui.t(key)}
            </Button>
          ))}
        </div>
      </div>
      <Field error={problems.description} label={ui.t('keys.description')} optional>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            name="audiopod-key-description"
            onChange={(event) => form.setDescription(event.target.value)}
            readOnly={busy}
            ref={form.descriptionRef}
            value={form.description}
          />
        )}
      </Field>
      <ExpiryField onChange={form.setExpiry} value={form.expiry} />
    </Dialog>
  )
}
