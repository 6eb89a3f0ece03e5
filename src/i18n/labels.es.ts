import { apiKeyTexts } from './es/apiKeys.js'
import { commonTexts } from './es/common.js'
import { creditTexts } from './es/credits.js'
import { errorTexts } from './es/errors.js'
import { playerTexts } from './es/player.js'
import { rateLimitTexts } from './es/rateLimit.js'
import { speechTexts } from './es/speech.js'
import { voiceTexts } from './es/voice.js'
import type { Labels } from './labels.js'

/** The whole catalogue in Spanish. */
export const labelsEs: Labels = {
  ...apiKeyTexts,
  ...commonTexts,
  ...creditTexts,
  ...errorTexts,
  ...playerTexts,
  ...rateLimitTexts,
  ...speechTexts,
  ...voiceTexts,
  language: 'es',
}
