import { apiKeyTexts } from './fr/apiKeys.js'
import { commonTexts } from './fr/common.js'
import { creditTexts } from './fr/credits.js'
import { directionTexts } from './fr/directions.js'
import { errorTexts } from './fr/errors.js'
import { historyTexts } from './fr/history.js'
import { playerTexts } from './fr/player.js'
import { rateLimitTexts } from './fr/rateLimit.js'
import { rateMeterTexts } from './fr/rateMeter.js'
import { rotationTexts } from './fr/rotation.js'
import { speechTexts } from './fr/speech.js'
import { topUpTexts } from './fr/topUp.js'
import { usageTexts } from './fr/usage.js'
import { voiceTexts } from './fr/voice.js'
import { walletTexts } from './fr/wallet.js'
import type { Labels } from './labels.js'

/** The whole catalogue in French. */
export const labelsFr: Labels = {
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
  language: 'fr',
}
