import { voiceInputTexts } from './voiceInput.js'

/** The voice picker. */
export const voiceTexts = {
  ...voiceInputTexts,
  'voice.list': 'Voices',
  'voice.own': 'Your voices',
  'voice.standard': 'Standard voices',
  'voice.processing': 'Still being made',
  'voice.not-made': 'Could not be made',
  'voice.more': 'Load more voices',
  'voice.count': { one: '{count} voice', other: '{count} voices' },
  'voice.no-match': 'No voice matches “{query}”.',
  'voice.preview': 'Preview {name}',
  'voice.stop-preview': 'Stop {name}',
  'voice.no-preview': 'No preview of {name}',
  'voice.no-active': 'Move to a voice to preview it',
  'voice.preview-failed': 'This preview could not be played.',
} as const
