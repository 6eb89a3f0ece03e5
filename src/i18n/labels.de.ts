import { apiKeyTexts } from './de/apiKeys.js'
import { commonTexts } from './de/common.js'
import { creditTexts } from './de/credits.js'
import { errorTexts } from './de/errors.js'
import { playerTexts } from './de/player.js'
import { rateLimitTexts } from './de/rateLimit.js'
import { speechTexts } from './de/speech.js'
import { voiceTexts } from './de/voice.js'
import type { Labels } from './labels.js'

/** The whole catalogue in German. */
export const labelsDe: Labels = {
  ...apiKeyTexts,
  ...commonTexts,
  ...creditTexts,
  ...errorTexts,
  ...playerTexts,
  ...rateLimitTexts,
  ...speechTexts,
  ...voiceTexts,
  language: 'de',
}
