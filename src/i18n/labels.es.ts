import { apiKeyTexts } from './es/apiKeys.js'
import { commonTexts } from './es/common.js'
import { creditTexts } from './es/credits.js'
import { directionTexts } from './es/directions.js'
import { errorTexts } from './es/errors.js'
import { historyTexts } from './es/history.js'
import { playerTexts } from './es/player.js'
import { rateLimitTexts } from './es/rateLimit.js'
import { rateMeterTexts } from './es/rateMeter.js'
import { rotationTexts } from './es/rotation.js'
import { speechTexts } from './es/speech.js'
import { topUpTexts } from './es/topUp.js'
import { usageTexts } from './es/usage.js'
import { voiceTexts } from './es/voice.js'
import { walletTexts } from './es/wallet.js'
import type { Labels } from './labels.js'

/** The whole catalogue in Spanish. */
export const labelsEs: Labels = {
  ...apiKeyTexts,
  ...commonTexts,
  ...creditTexts,
  ...directionTexts,
  ...errorTexts,
  ...historyTexts,
  ...playerTexts,
  ...rateLimitTexts,
  ...rateMeterTexts,
  ...rotationTexts,
  ...speechTexts,
  ...topUpTexts,
  ...usageTexts,
  ...voiceTexts,
  ...walletTexts,
  language: 'es',
}
