import type { creditTexts as english } from '../en/credits.js'
import type { creditTroubleTexts } from '../en/creditTrouble.js'
import type { Translation } from '../labels.js'

export const creditTexts: Translation<typeof english & typeof creditTroubleTexts> = {
  'credits.title': 'Solde de crédits',
  'credits.title-subscription': 'Crédits de l’abonnement',
  'credits.title-pay-as-you-go': 'Crédits achetés à l’usage',
  'credits.amount': { one: '{count} crédit', many: '{count} de crédits', other: '{count} crédits' },
  'credits.speech': {
    one: 'Environ {count} caractère de synthèse vocale',
    many: 'Environ {count} de caractères de synthèse vocale',
    other: 'Environ {count} caractères de synthèse vocale',
  },
  'credits.subscription': 'Abonnement',
  'credits.pay-as-you-go': 'Achetés à l’usage',
  'credits.next-reset': 'Prochain renouvellement',
  'credits.used-of': '{left} crédits mensuels restants sur {total}',
  'credits.meter': 'Crédits mensuels restants',
  'credits.low-title': 'Solde faible.',
  'credits.low': 'Une fois le solde épuisé, aucune nouvelle synthèse vocale ne pourra être lancée.',
  'credits.empty-title': 'Plus de crédits.',
  'credits.empty': 'Aucune nouvelle synthèse vocale ne peut être lancée.',
  'credits.empty-reset':
    'Aucune nouvelle synthèse vocale ne peut être lancée. Prochain renouvellement de votre forfait\u00a0: {time}.',
  'credits.no-access-title': 'Vous n’avez pas accès au solde.',
  'credits.load-failed': 'Impossible de charger le solde.',
  'credits.refresh-failed': 'Impossible d’actualiser le solde.',
  'credits.badge-loading': 'Chargement du solde de crédits',
  'credits.badge-unknown': 'Solde inconnu',
}
