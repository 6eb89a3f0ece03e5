import { type ErrorCode, userMessages } from '../../errors/codes.js'
import type { AudioPodError } from '../../errors/errors.js'
import type { errorTexts } from '../../i18n/en/errors.js'
import { writeMoney } from '../../i18n/writers.js'
import type { UiWith } from '../../theme/UiContext.js'

export interface ErrorText {
  title: string
  text: string
  /** One sentence for each field that has to change. */
  fields: { name: string; text: string }[]
}

/** What a person reads of an error. `error.message` is for developers and stays out of it. */
export function errorText(ui: UiWith<typeof errorTexts>, error: AudioPodError): ErrorText {
  return {
    title: ui.t(`error.${error.code}.title`),
    text: textOf(ui, error),
    fields:
      error.code === 'invalid_request'
        ? error.fields.map(({ name, message }) => ({
            name,
            text: ui.t('common.field-error', { field: fieldName(ui, name), message }),
          }))
        : [],
  }
}

function textOf(ui: UiWith<typeof errorTexts>, error: AudioPodError): string {
  // Words chosen for this one error say more than those for its code.
  if (error.userMessage !== userMessages[error.code]) return error.userMessage
  if (error.code === 'insufficient_credits') {
    const { creditsNeeded, creditsAvailable, centsNeeded, centsAvailable } = error
    if (creditsNeeded !== undefined && creditsAvailable !== undefined) {
      return ui.t('error.insufficient_credits.credits', { needed: creditsNeeded, available: creditsAvailable })
    }
    if (centsNeeded !== undefined && centsAvailable !== undefined) {
      return ui.t('error.insufficient_credits.money', {
        needed: writeMoney(ui, centsNeeded),
        available: writeMoney(ui, centsAvailable),
      })
    }
  }
  if (error.code === 'job_failed' && error.reason) {
    return ui.t('error.job_failed.reason', { reason: readable(error.reason) })
  }
  return ui.t(`error.${error.code}.text`)
}

/** `voice_unavailable` and `Voice is gone.` as the beginning of a sentence that a dot ends. */
export function readable(reason: string): string {
  const words = /^[a-z0-9]+(?:_[a-z0-9]+)*$/i.test(reason) ? reason.replaceAll('_', ' ').toLowerCase() : reason
  return words.replace(/[.\s]+$/, '').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

/** The caller's name of a field as its label on the page; an unknown one as it came. */
export function fieldName(ui: UiWith<typeof errorTexts>, name: string): string {
  const key = `field.${name}`
  return isKey(ui.texts, key) ? ui.t(key) : name
}

const isKey = (texts: object, key: string): key is keyof typeof errorTexts => Object.hasOwn(texts, key)

/** Whether it makes sense to offer the same thing again. */
export function canTryAgain(code: ErrorCode): boolean {
  switch (code) {
    case 'server_error':
    case 'network_error':
    case 'timeout':
    case 'aborted':
    case 'invalid_response':
    case 'job_failed':
    case 'rate_limit_exceeded':
    case 'unauthorized':
      return true
    case 'forbidden':
    case 'insufficient_credits':
    case 'invalid_request':
    case 'not_found':
    case 'unknown_outcome':
    case 'configuration':
      return false
  }
}
