import { apiKeyTexts } from './ja/apiKeys.js'
import { commonTexts } from './ja/common.js'
import { creditTexts } from './ja/credits.js'
import { directionTexts } from './ja/directions.js'
import { errorTexts } from './ja/errors.js'
import { historyTexts } from './ja/history.js'
import { playerTexts } from './ja/player.js'
import { rateLimitTexts } from './ja/rateLimit.js'
import { rateMeterTexts } from './ja/rateMeter.js'
import { rotationTexts } from './ja/rotation.js'
import { speechTexts } from './ja/speech.js'
import { topUpTexts } from './ja/topUp.js'
import { usageTexts } from './ja/usage.js'
import { voiceTexts } from './ja/voice.js'
import { walletTexts } from './ja/wallet.js'
import type { Labels } from './labels.js'

/** The whole catalogue in Japanese. */
export const labelsJa: Labels = {
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
  language: 'ja',
}
