import { apiKeyTexts } from './de/apiKeys.js'
import { commonTexts } from './de/common.js'
import { creditTexts } from './de/credits.js'
import { directionTexts } from './de/directions.js'
import { errorTexts } from './de/errors.js'
import { historyTexts } from './de/history.js'
import { playerTexts } from './de/player.js'
import { rateLimitTexts } from './de/rateLimit.js'
import { rateMeterTexts } from './de/rateMeter.js'
import { rotationTexts } from './de/rotation.js'
import { speechTexts } from './de/speech.js'
import { topUpTexts } from './de/topUp.js'
import { usageTexts } from './de/usage.js'
import { voiceTexts } from './de/voice.js'
import { walletTexts } from './de/wallet.js'
import type { Labels } from './labels.js'

/** The whole catalogue in German. */
export const labelsDe: Labels = {
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
  language: 'de',
}
