'use client'

import { type ReactElement, useRef, useState } from 'react'
import { countCodePoints } from '../../api/text.js'
import type { CreatedApiKey } from '../../api/types.js'
import type { ApiKeyInput } from '../../client/types.js'
import { isAudioPodError } from '../../errors/errors.js'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { errorTexts } from '../../i18n/en/errors.js'
import { type UiWith, useUi } from '../../theme/UiContext.js'
import { ErrorWords } from '../ErrorNotice/ErrorNotice.js'
import { Button } from '../parts/Button.js'
import { Dialog } from '../parts/Dialog.js'
import { Field } from '../parts/Field.js'
import { Input } from '../parts/Input.js'
import { Notice } from '../parts/Notice.js'
import { RateLimitWords } from '../RateLimitNotice/RateLimitNotice.js'
import { type ExpiryChoice, ExpiryField } from './ExpiryField.js'
import { createSecretBox, type SecretBox } from './secretBox.js'
import { useAction } from './useAction.js'

const texts = { ...apiKeyTexts, ...errorTexts }

export interface CreateApiKeyViewProps {
  create: (input: ApiKeyInput) => Promise<CreatedApiKey>
  onCreated: (box: SecretBox) => void
  /** After a creation that nobody answered: the person wants to see whether it is there. */
  onCheckList: (name: string) => void
  onClose: () => void
  /** Until when a rate limit holds everything back: ISO 8601. */
  pausedUntil?: string | undefined
}

const MAX_NAME = 100
const MAX_DESCRIPTION = 500
const suggestions = [
  'keys.suggestion-development',
  'keys.suggestion-staging',
  'keys.suggestion-production',
  'keys.suggestion-mobile',
] as const

interface Problems {
  name?: string | undefined
  description?: string | undefined
}

export function CreateApiKeyView(props: CreateApiKeyViewProps): ReactElement {
  const { create, onCreated, onCheckList, onClose, pausedUntil } = props
  const ui = useUi(texts)
  const { busy, error, run } = useAction()
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const [expiry, setExpiry] = useState<ExpiryChoice>('90')
  const [problems, setProblems] = useState<Problems>({})
  const nameInput = useRef<HTMLInputElement>(null)
  const checkButton = useRef<HTMLButtonElement>(null)
  const descriptionInput = useRef<HTMLInputElement>(null)

  const changeName = (next: string) => {
    setName(next)
    if (problems.name) setProblems({ ...problems, name: undefined })
  }
  const submit = () => {
    const found = check(ui, name, description)
    setProblems(found)
    if (found.name) nameInput.current?.focus()
    else if (found.description) descriptionInput.current?.focus()
    else {
      run(async () => {
        const created = await create({
          name: name.trim(),
          description: description.trim() || undefined,
          expiresInDays: expiry === 'none' ? undefined : Number(expiry),
        })
        onCreated(createSecretBox(created))
      })
    }
  }

  if (error?.code === 'unknown_outcome') {
    return (
      <Dialog
        actions={
          <>
            <Button onClick={onClose}>{ui.t('common.close')}</Button>
            <Button onClick={() => onCheckList(name.trim())} ref={checkButton} variant="primary">
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

  const refused = refusedFields(ui, error)
  const elsewhere = error && (error.code !== 'invalid_request' || !(refused.name || refused.description))
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
      initialFocus={nameInput}
      locked={busy}
      onClose={onClose}
      onSubmit={submit}
      title={ui.t('keys.create-title')}
    >
      {elsewhere ? <ErrorWords error={error} live="alert" title={ui.t('keys.create-failed')} /> : null}
      {busy && pausedUntil ? <RateLimitWords purpose="retry" retryAt={pausedUntil} /> : null}
      <div className="audiopod-field">
        <Field error={problems.name ?? refused.name} help={ui.t('keys.name-help')} label={ui.t('keys.name')}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              name="audiopod-key-name"
              onChange={(event) => changeName(event.target.value)}
              readOnly={busy}
              ref={nameInput}
              required
              value={name}
            />
          )}
        </Field>
        <div aria-label={ui.t('keys.suggestions')} className="audiopod-chips" role="group">
          {suggestions.map((key) => (
            <Button
              key={key}
              onClick={() => {
                changeName(ui.t(key))
                nameInput.current?.focus()
              }}
              size="small"
              unavailable={busy}
            >
              {ui.t(key)}
            </Button>
          ))}
        </div>
      </div>
      <Field error={problems.description ?? refused.description} label={ui.t('keys.description')} optional>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            name="audiopod-key-description"
            onChange={(event) => {
              setDescription(event.target.value)
              if (problems.description) setProblems({ ...problems, description: undefined })
            }}
            readOnly={busy}
            ref={descriptionInput}
            value={description}
          />
        )}
      </Field>
      <ExpiryField onChange={setExpiry} value={expiry} />
    </Dialog>
  )
}

function check(ui: UiWith<typeof texts>, name: string, description: string): Problems {
  const problems: Problems = {}
  if (name.trim() === '') problems.name = ui.t('keys.name-missing')
  else if (countCodePoints(name.trim()) > MAX_NAME) problems.name = ui.t('keys.name-too-long', { max: MAX_NAME })
  if (countCodePoints(description.trim()) > MAX_DESCRIPTION) {
    problems.description = ui.t('keys.description-too-long', { max: MAX_DESCRIPTION })
  }
  return problems
}

/** What the account itself does not accept, at the field that it names. */
function refusedFields(ui: UiWith<typeof texts>, error: unknown): Problems {
  if (!isAudioPodError(error, 'invalid_request')) return {}
  const about = (field: keyof Problems) => {
    const message = error.fields.find(({ name }) => name === field)?.message
    return message && ui.t('common.field-error', { field: ui.t(`keys.${field}`), message })
  }
  return { name: about('name'), description: about('description') }
}
