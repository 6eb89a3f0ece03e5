'use client'

import { type RefObject, useRef, useState } from 'react'
import { countCodePoints } from '../../api/text.js'
import type { CreatedApiKey } from '../../api/types.js'
import type { ApiKeyInput } from '../../client/types.js'
import { type AudioPodError, isAudioPodError } from '../../errors/errors.js'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { errorTexts } from '../../i18n/en/errors.js'
import { type UiWith, useUi } from '../../theme/UiContext.js'
import { sentence } from '../parts/sentence.js'
import { useAction } from './useAction.js'
import { type Expiry, type ExpiryChoice, useExpiries } from './useExpiries.js'

const texts = { ...apiKeyTexts, ...errorTexts }
const MAX_NAME = 100
const MAX_DESCRIPTION = 500

interface KeyProblems {
  name?: string | undefined
  description?: string | undefined
}

export interface KeyForm {
  name: string
  setName: (name: string) => void
  description: string
  setDescription: (description: string) => void
  expiry: ExpiryChoice
  setExpiry: (expiry: ExpiryChoice) => void
  /** What there is to choose from, each in words with the day on which the key would end. */
  expiries: readonly Expiry[]
  /** What is wrong, at the field that it is about: by our checks, or in the account's words. */
  problems: KeyProblems
  /** For the inputs: what is wrong gets the focus. */
  nameRef: RefObject<HTMLInputElement | null>
  descriptionRef: RefObject<HTMLInputElement | null>
  /** Makes the key where nothing is wrong; while one is being made it does nothing. */
  submit: () => void
  isWorking: boolean
  /** Why no key was made, where a field does not say so. */
  error: AudioPodError | undefined
  /** No answer came: there may be a key, whose secret nobody can have any more. Look at the list, and do not send again. */
  isUnknown: boolean
}

/** The form of a new key, whatever makes it. */
export function useKeyForm(
  create: (input: ApiKeyInput) => Promise<CreatedApiKey>,
  onCreated: (created: CreatedApiKey) => void,
): KeyForm {
  const ui = useUi(texts)
  const { busy, error, run } = useAction()
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const [expiry, setExpiry] = useState<ExpiryChoice>('90')
  const [found, setFound] = useState<KeyProblems>({})
  const expiries = useExpiries()
  const nameRef = useRef<HTMLInputElement>(null)
  const descriptionRef = useRef<HTMLInputElement>(null)

  const refused = refusedFields(error)
  return {
    name,
    setName(next) {
      setName(next)
      setFound((last) => (last.name ? { ...last, name: undefined } : last))
    },
    description,
    setDescription(next) {
      setDescription(next)
      setFound((last) => (last.description ? { ...last, description: undefined } : last))
    },
    expiry,
    setExpiry,
    expiries,
    problems: { name: found.name ?? refused.name, description: found.description ?? refused.description },
    nameRef,
    descriptionRef,
    submit() {
      const problems = check(ui, name, description)
      setFound(problems)
      if (problems.name) nameRef.current?.focus()
      else if (problems.description) descriptionRef.current?.focus()
      else {
        run(async () => {
          const created = await create({
            name: name.trim(),
            description: description.trim() || undefined,
            expiresInDays: expiry === 'none' ? undefined : Number(expiry),
          })
          onCreated(created)
        })
      }
    },
    isWorking: busy,
    error: error?.code === 'invalid_request' && (refused.name || refused.description) ? undefined : error,
    isUnknown: error?.code === 'unknown_outcome',
  }
}

function check(ui: UiWith<typeof texts>, name: string, description: string): KeyProblems {
  const problems: KeyProblems = {}
  if (name.trim() === '') problems.name = ui.t('keys.name-missing')
  else if (countCodePoints(name.trim()) > MAX_NAME) problems.name = ui.t('keys.name-too-long', { max: MAX_NAME })
  if (countCodePoints(description.trim()) > MAX_DESCRIPTION) {
    problems.description = ui.t('keys.description-too-long', { max: MAX_DESCRIPTION })
  }
  return problems
}

/** What the account itself does not accept, at the field that it names. */
function refusedFields(error: unknown): KeyProblems {
  if (!isAudioPodError(error, 'invalid_request')) return {}
  const about = (field: keyof KeyProblems) => {
    const message = error.fields.find(({ name }) => name === field)?.message
    return message && sentence(message)
  }
  return { name: about('name'), description: about('description') }
}
