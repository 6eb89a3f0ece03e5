import { apiKeyTexts } from './ar/apiKeys.js'
import { commonTexts } from './ar/common.js'
import { creditTexts } from './ar/credits.js'
import { directionTexts } from './ar/directions.js'
import { errorTexts } from './ar/errors.js'
import { historyTexts } from './ar/history.js'
import { playerTexts } from './ar/player.js'
import { rateLimitTexts } from './ar/rateLimit.js'
import { rateMeterTexts } from './ar/rateMeter.js'
import { rotationTexts } from './ar/rotation.js'
import { speechTexts } from './ar/speech.js'
import { topUpTexts } from './ar/topUp.js'
import { usageTexts } from './ar/usage.js'
import { voiceTexts } from './ar/voice.js'
import { walletTexts } from './ar/wallet.js'
import type { Labels } from './labels.js'

/** The whole catalogue in Arabic. */
export const labelsAr: Labels = {
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
  language: 'ar',
}
