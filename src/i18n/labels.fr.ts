import { apiKeyTexts } from './fr/apiKeys.js'
import { commonTexts } from './fr/common.js'
import { creditTexts } from './fr/credits.js'
import { errorTexts } from './fr/errors.js'
import { playerTexts } from './fr/player.js'
import { rateLimitTexts } from './fr/rateLimit.js'
import { speechTexts } from './fr/speech.js'
import { voiceTexts } from './fr/voice.js'
import type { Labels } from './labels.js'

/** The whole catalogue in French. */
export const labelsFr: Labels = {
  ...apiKeyTexts,
  ...commonTexts,
  ...creditTexts,
  ...errorTexts,
  ...playerTexts,
  ...rateLimitTexts,
  ...speechTexts,
  ...voiceTexts,
  language: 'fr',
}
