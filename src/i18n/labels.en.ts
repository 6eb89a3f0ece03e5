import { apiKeyTexts } from './en/apiKeys.js'
import {
  actionTexts,
  ageTexts,
  commonTexts,
  durationTexts,
  factTexts,
  fieldTexts,
  noticeTexts,
  timeTexts,
} from './en/common.js'
import { creditTexts } from './en/credits.js'
import { creditTroubleTexts } from './en/creditTrouble.js'
import { directionTexts } from './en/directions.js'
import { errorTexts } from './en/errors.js'
import { historyTexts } from './en/history.js'
import { playerTexts } from './en/player.js'
import { rateLimitTexts } from './en/rateLimit.js'
import { rateMeterTexts } from './en/rateMeter.js'
import { rotationTexts } from './en/rotation.js'
import { speechTexts } from './en/speech.js'
import { topUpTexts } from './en/topUp.js'
import { usageTexts } from './en/usage.js'
import { voiceTexts } from './en/voice.js'
import { walletTexts } from './en/wallet.js'
import type { Labels } from './labels.js'

const english = {
  ...commonTexts,
  ...actionTexts,
  ...noticeTexts,
  ...fieldTexts,
  ...factTexts,
  ...ageTexts,
  ...timeTexts,
  ...durationTexts,
  ...errorTexts,
  ...rateLimitTexts,
  ...rateMeterTexts,
  ...creditTexts,
  ...creditTroubleTexts,
  ...walletTexts,
  ...topUpTexts,
  ...usageTexts,
  ...apiKeyTexts,
  ...rotationTexts,
  ...speechTexts,
  ...voiceTexts,
  ...historyTexts,
  ...directionTexts,
  ...playerTexts,
} as const

export type English = typeof english

/** The whole catalogue in English. A widget imports its own part of it. */
export const labelsEn: Labels = { ...english, language: 'en' }
