import type { walletTexts as english } from '../en/wallet.js'
import type { Translation } from '../labels.js'

export const walletTexts: Translation<typeof english> = {
  'wallet.title': 'Guthaben',
  'wallet.speech': { one: 'Etwa {count} Minute Sprachausgabe', other: 'Etwa {count} Minuten Sprachausgabe' },
  'wallet.spent': 'Bisher ausgegeben',
  'wallet.low-title': 'Geringes Guthaben.',
  'wallet.low': 'Ist es aufgebraucht, kann keine neue Sprachausgabe gestartet werden.',
  'wallet.empty-title': 'Kein Guthaben mehr.',
  'wallet.empty': 'Neue Sprachausgaben können nicht gestartet werden.',
}
