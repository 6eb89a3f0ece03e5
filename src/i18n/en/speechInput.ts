/** The speech generator until it is pressed. */
export const speechInputTexts = {
  'speech.title': 'Text to speech',
  'speech.text': 'Text',
  'speech.placeholder': 'Type or paste what should be spoken',
  'speech.count': '{length} / {max} characters',
  'speech.text-missing': 'Type some text first.',
  'speech.text-too-long': {
    one: 'Shorten the text by {count} character.',
    other: 'Shorten the text by {count} characters.',
  },
  'speech.near-limit': { one: '{count} character left', other: '{count} characters left' },
  'speech.estimate': { one: 'About {count} credit', other: 'About {count} credits' },
  'speech.directions': 'Directions',
  'speech.format': 'Format',
  'speech.speed': 'Speed',
  'speech.generate': 'Generate speech',
} as const
