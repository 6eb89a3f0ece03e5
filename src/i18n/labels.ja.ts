import { apiKeyTexts } from './ja/apiKeys.js'
import { commonTexts } from './ja/common.js'
import { creditTexts } from './ja/credits.js'
import { errorTexts } from './ja/errors.js'
import { playerTexts } from './ja/player.js'
import { rateLimitTexts } from './ja/rateLimit.js'
import { speechTexts } from './ja/speech.js'
import { voiceTexts } from './ja/voice.js'
import type { Labels } from './labels.js'

/** The whole catalogue in Japanese. */
export const labelsJa: Labels = {
  ...apiKeyTexts,
  ...commonTexts,
  ...creditTexts,
  ...errorTexts,
  ...playerTexts,
  ...rateLimitTexts,
  ...speechTexts,
  ...voiceTexts,
  language: 'ja',
}
