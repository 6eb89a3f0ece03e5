/** The voice picker while it is closed. */
export const voiceInputTexts = {
  'voice.label': 'Voice',
  'voice.choose': 'Choose a voice',
  'voice.missing': 'Choose a voice.',
  'voice.none': 'There are no voices.',
  'voice.open': 'Show voices',
  'voice.loading': 'Loading voices',
  'voice.failed': 'Could not load voices.',
  'voice.gone': 'This voice is not in your list any more. Choose another.',
  'voice.female': 'Female',
  'voice.male': 'Male',
  'voice.neutral': 'Neutral',
} as const
