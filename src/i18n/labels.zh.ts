import { apiKeyTexts } from './zh/apiKeys.js'
import { commonTexts } from './zh/common.js'
import { creditTexts } from './zh/credits.js'
import { directionTexts } from './zh/directions.js'
import { errorTexts } from './zh/errors.js'
import { historyTexts } from './zh/history.js'
import { playerTexts } from './zh/player.js'
import { rateLimitTexts } from './zh/rateLimit.js'
import { rateMeterTexts } from './zh/rateMeter.js'
import { rotationTexts } from './zh/rotation.js'
import { speechTexts } from './zh/speech.js'
import { topUpTexts } from './zh/topUp.js'
import { usageTexts } from './zh/usage.js'
import { voiceTexts } from './zh/voice.js'
import { walletTexts } from './zh/wallet.js'
import type { Labels } from './labels.js'

/** The whole catalogue in Simplified Chinese. */
export const labelsZh: Labels = {
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
  language: 'zh-Hans',
}
