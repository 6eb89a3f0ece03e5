import type { creditTexts as english } from '../en/credits.js'
import type { creditTroubleTexts } from '../en/creditTrouble.js'
import type { Translation } from '../labels.js'

export const creditTexts: Translation<typeof english & typeof creditTroubleTexts> = {
  'credits.title': 'Credit-Guthaben',
  'credits.title-subscription': 'Credits aus dem Abo',
  'credits.title-pay-as-you-go': 'Einzeln gekaufte Credits',
  'credits.amount': { one: '{count} Credit', other: '{count} Credits' },
  'credits.speech': { one: 'Etwa {count} Zeichen Sprachausgabe', other: 'Etwa {count} Zeichen Sprachausgabe' },
  'credits.subscription': 'Abo',
  'credits.pay-as-you-go': 'Einzeln gekauft',
  'credits.next-reset': 'Nächste Erneuerung',
  'credits.used-of': 'Noch {left} von {total} monatlichen Credits',
  'credits.meter': 'Verbleibende monatliche Credits',
  'credits.low-title': 'Geringes Guthaben.',
  'credits.low': 'Ist es aufgebraucht, kann keine neue Sprachausgabe gestartet werden.',
  'credits.empty-title': 'Keine Credits mehr.',
  'credits.empty': 'Neue Sprachausgaben können nicht gestartet werden.',
  'credits.empty-reset': 'Neue Sprachausgaben können nicht gestartet werden. Nächste Erneuerung Ihres Tarifs: {time}.',
  'credits.no-access-title': 'Sie haben keinen Zugriff auf das Guthaben.',
  'credits.load-failed': 'Das Guthaben konnte nicht geladen werden.',
  'credits.refresh-failed': 'Das Guthaben konnte nicht aktualisiert werden.',
  'credits.badge-loading': 'Credit-Guthaben wird geladen',
  'credits.badge-unknown': 'Guthaben unbekannt',
}
