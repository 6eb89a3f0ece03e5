import type { Voice } from '../../api/index.js'

export interface VoiceOption {
  voice: Voice
  label: string
  /** A custom voice that is still being made, or could not be: shown, and not to be chosen. */
  blocked?: 'processing' | 'failed'
}

export interface VoiceGroup {
  kind: 'custom' | 'standard'
  options: VoiceOption[]
}

const READY = new Set(['completed', 'complete', 'ready', 'active', 'success', 'succeeded', 'available'])
const FAILED = new Set(['failed', 'error', 'rejected', 'cancelled'])

export function voiceLabel(voice: Pick<Voice, 'id' | 'name' | 'displayName'>): string {
  return voice.displayName ?? voice.name ?? voice.id
}

export function toOption(voice: Voice): VoiceOption {
  const label = voiceLabel(voice)
  // A status that nobody reports is no reason to refuse: standard voices have none.
  if (voice.status === undefined || READY.has(voice.status)) return { voice, label }
  return { voice, label, blocked: FAILED.has(voice.status) ? 'failed' : 'processing' }
}

/** The voices that match what was typed, the person's own first. Groups that are empty are left out. */
export function voiceGroups(voices: readonly Voice[], query: string): VoiceGroup[] {
  const words = fold(query).split(' ').filter(Boolean)
  const options = voices.filter((voice) => matches(voice, words)).map(toOption)
  const groups: VoiceGroup[] = [
    { kind: 'custom', options: options.filter(({ voice }) => voice.type === 'custom') },
    { kind: 'standard', options: options.filter(({ voice }) => voice.type !== 'custom') },
  ]
  return groups.filter((group) => group.options.length > 0)
}

function matches(voice: Voice, words: readonly string[]): boolean {
  const { name, displayName, description, language, gender } = voice
  const text = fold([name, displayName, description, language].filter(Boolean).join(' '))
  // Not anywhere in it: "female" holds "male".
  return words.every((word) => text.includes(word) || fold(gender ?? '').startsWith(word))
}

/** Small letters without their marks, so that "zoe" finds "Zoë". */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

/** A voice by its id or, as AudioPod also takes them, by its name. */
export function findVoice(voices: readonly Voice[], id: string | undefined): Voice | undefined {
  if (id === undefined) return undefined
  return (
    voices.find((voice) => voice.id === id) ?? voices.find((voice) => voice.name?.toLowerCase() === id.toLowerCase())
  )
}

/** One or two letters for the round picture. */
export function initials(label: string): string {
  const words = label.split(/[\s_-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const [first, second] = words
  if (first === undefined) return '?'
  const letters = second === undefined ? Array.from(first).slice(0, 2) : [Array.from(first)[0], Array.from(second)[0]]
  return letters.join('').toUpperCase()
}
