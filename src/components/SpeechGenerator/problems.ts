import type { AudioPodError } from '../../errors/index.js'
import { speechInputTexts } from '../../i18n/en/speechInput.js'
import { voiceInputTexts } from '../../i18n/en/voiceInput.js'
import type { UiWith } from '../../theme/index.js'
import { textState } from './textState.js'
import type { Draft, Problems } from './types.js'
import type { VoiceList } from './VoicePicker.js'

/** What problems are said with. */
export const problemTexts = { ...speechInputTexts, ...voiceInputTexts }

type ProblemsUi = UiWith<typeof problemTexts>

/** What keeps a draft from being sent; nothing does where the object is empty. A voice may be on its way, or not to be had. */
export function problemsOf(draft: Draft, voices: Pick<VoiceList, 'isLoading' | 'hasFailed' | 'voices'>, ui: ProblemsUi): Problems {
  const { level, over } = textState(draft.text)
  const problems: Partial<Record<keyof Draft, string>> = {}
  if (level === 'empty') problems.text = ui.t('speech.text-missing')
  if (level === 'over') problems.text = ui.t('speech.text-too-long', { count: over })
  if (draft.voiceId === undefined && !voices.isLoading) {
    problems.voiceId = ui.t(voices.hasFailed ? 'voice.failed' : voices.voices.length > 0 ? 'voice.missing' : 'voice.none')
  }
  return problems
}

/** What the account found wrong, at the input that it is about. */
export function problemsIn(error: AudioPodError | undefined, ui: ProblemsUi): Problems {
  if (error?.code === 'not_found') return { voiceId: ui.t('voice.gone') }
  if (error?.code !== 'invalid_request') return {}
  const problems: Partial<Record<keyof Draft, string>> = {}
  for (const { name, message } of error.fields) {
    if (isInput(name)) problems[name] ??= sentence(message)
  }
  return problems
}

/** Whether an error has all been said at the inputs. */
export function isSaidAtInputs(error: AudioPodError): boolean {
  if (error.code !== 'invalid_request') return error.code === 'not_found'
  return error.fields.length > 0 && error.fields.every(({ name }) => isInput(name))
}

function isInput(name: string): name is keyof Draft {
  return name === 'text' || name === 'voiceId' || name === 'format' || name === 'speed'
}

/** `must not be empty` as a sentence of its own. */
function sentence(message: string): string {
  const [first = '', ...rest] = message
  return `${first.toUpperCase()}${rest.join('')}${/[.!?]$/.test(message) ? '' : '.'}`
}
