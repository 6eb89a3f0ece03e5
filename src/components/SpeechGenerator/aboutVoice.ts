import type { Voice } from '../../api/index.js'
import type { voiceInputTexts } from '../../i18n/en/voiceInput.js'
import type { UiWith } from '../../theme/index.js'

const GENDERS: Readonly<Record<string, keyof typeof voiceInputTexts>> = {
  female: 'voice.female',
  male: 'voice.male',
  neutral: 'voice.neutral',
}

/** The line under a voice's name: what the account says of it, in its order of use. */
export function aboutVoice(ui: UiWith<typeof voiceInputTexts>, voice: Voice): string {
  const gender = voice.gender?.toLowerCase()
  const key = gender === undefined ? undefined : GENDERS[gender]
  const parts = [languageName(voice.language, ui.locale), key ? ui.t(key) : voice.gender, voice.description]
  return parts.filter(Boolean).join(' · ')
}

function languageName(tag: string | undefined, locale: string): string | undefined {
  if (tag === undefined || tag.trim() === '') return undefined
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag.replace('_', '-')) ?? tag
  } catch {
    // Not a tag: some accounts say "English".
    return tag
  }
}
