import { invalid, missing, type Invalid } from './answers.js'
import type { SimulatedJob } from './types.js'

export type SpeechForm = Pick<
  SimulatedJob,
  'inputText' | 'format' | 'speed' | 'language' | 'deliveryMode' | 'timestamps' | 'normalizeText'
>

const MAX_CHARACTERS = 20_000
const MAX_BREAKS = 20
const MAX_BREAK_MS = 10_000

/** The fields of `POST /voice/voices/{voice_id}/generate`, or what is wrong with them. */
export function readSpeechForm(contentType: string | null, body: string): SpeechForm | Invalid[] {
  // Anything but a form is read as one without fields, as FastAPI does.
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(contentType ?? '')
  const form = new URLSearchParams(isForm ? body : '')
  const read = (name: string) => form.getAll(name).at(-1) || undefined
  const problems: Invalid[] = []
  const wrong = (field: string, msg: string, type: string) => problems.push(invalid('body', field, msg, type))

  const inputText = read('input_text')
  if (inputText === undefined) problems.push(missing('input_text'))
  else checkText(inputText, wrong)

  const format = read('audio_format') ?? 'mp3'
  if (format !== 'mp3' && format !== 'wav' && format !== 'ogg') {
    wrong('audio_format', "Input should be 'mp3', 'wav' or 'ogg'", 'enum')
  }
  const speed = Number(read('speed') ?? 1)
  if (!Number.isFinite(speed)) wrong('speed', 'Input should be a valid number', 'float_parsing')
  else if (speed < 0.25) wrong('speed', 'Input should be greater than or equal to 0.25', 'greater_than_equal')
  else if (speed > 4) wrong('speed', 'Input should be less than or equal to 4', 'less_than_equal')

  const params = readParams(read('generation_params'), wrong)
  if (problems.length > 0 || inputText === undefined) return problems
  return { inputText, format: format as SpeechForm['format'], speed, language: read('language'), ...params }
}

type Wrong = (field: string, msg: string, type: string) => void

function checkText(text: string, wrong: Wrong): void {
  if (Array.from(text).length > MAX_CHARACTERS) {
    wrong('input_text', `String should have at most ${MAX_CHARACTERS} characters`, 'string_too_long')
  }
  const breaks = [...text.matchAll(/<break\s+time="([\d.]+)(ms|s)"\s*\/>/g)]
  if (breaks.length > MAX_BREAKS) wrong('input_text', `At most ${MAX_BREAKS} breaks are allowed`, 'value_error')
  const isTooLong = ([, amount, unit]: RegExpMatchArray) => Number(amount) * (unit === 's' ? 1000 : 1) > MAX_BREAK_MS
  if (breaks.some(isTooLong)) wrong('input_text', 'A break lasts at most 10 seconds', 'value_error')
}

function readParams(
  text: string | undefined,
  wrong: Wrong,
): Partial<Pick<SpeechForm, 'deliveryMode' | 'timestamps' | 'normalizeText'>> {
  if (text === undefined) return {}
  let params: unknown
  try {
    params = JSON.parse(text)
  } catch {
    params = undefined
  }
  if (typeof params !== 'object' || params === null || Array.isArray(params)) {
    wrong('generation_params', 'Input should be a valid JSON object', 'json_invalid')
    return {}
  }
  const { delivery_mode: mode, timestamp_type: type, text_normalization: normalize } = params as Record<string, unknown>
  const known = <T>(value: unknown, values: readonly T[], name: string): T | undefined => {
    if (value === undefined || value === null) return undefined
    const found = values.find((one) => one === value)
    if (found === undefined) wrong('generation_params', `${name} should be one of ${values.join(', ')}`, 'enum')
    return found
  }
  return {
    deliveryMode: known(mode, ['stable', 'balanced', 'creative'], 'delivery_mode'),
    timestamps: known(type, ['word', 'character'] as const, 'timestamp_type'),
    normalizeText: known(normalize, [true, false], 'text_normalization'),
  }
}
