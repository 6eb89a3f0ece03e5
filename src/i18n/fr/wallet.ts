import type { walletTexts as english } from '../en/wallet.js'
import type { Translation } from '../labels.js'

export const walletTexts: Translation<typeof english> = {
  'wallet.title': 'Solde du portefeuille',
  'wallet.speech': {
    one: 'Environ {count} minute de synthèse vocale',
    many: 'Environ {count} de minutes de synthèse vocale',
    other: 'Environ {count} minutes de synthèse vocale',
  },
  'wallet.spent': 'Dépensé jusqu’ici',
  'wallet.low-title': 'Solde faible.',
  'wallet.low': 'Une fois le solde épuisé, aucune nouvelle synthèse vocale ne pourra être lancée.',
  'wallet.empty-title': 'Plus de fonds.',
  'wallet.empty': 'Aucune nouvelle synthèse vocale ne peut être lancée.',
}
