import type { creditTexts as english } from '../en/credits.js'
import type { creditTroubleTexts } from '../en/creditTrouble.js'
import type { Translation } from '../labels.js'

export const creditTexts: Translation<typeof english & typeof creditTroubleTexts> = {
  'credits.title': 'Saldo de créditos',
  'credits.title-subscription': 'Créditos de la suscripción',
  'credits.title-pay-as-you-go': 'Créditos de pago por uso',
  'credits.amount': { one: '{count} crédito', many: '{count} de créditos', other: '{count} créditos' },
  'credits.speech': {
    one: 'Alrededor de {count} carácter de voz',
    many: 'Alrededor de {count} de caracteres de voz',
    other: 'Alrededor de {count} caracteres de voz',
  },
  'credits.subscription': 'Suscripción',
  'credits.pay-as-you-go': 'Pago por uso',
  'credits.next-reset': 'Próxima renovación',
  'credits.used-of': 'Quedan {left} de {total} créditos mensuales',
  'credits.meter': 'Créditos mensuales restantes',
  'credits.low-title': 'Saldo bajo.',
  'credits.low': 'Cuando se agote, no se podrán iniciar nuevas generaciones de voz.',
  'credits.empty-title': 'Sin créditos.',
  'credits.empty': 'No se pueden iniciar nuevas generaciones de voz.',
  'credits.empty-reset': 'No se pueden iniciar nuevas generaciones de voz. Próxima renovación de tu plan: {time}.',
  'credits.no-access-title': 'No tienes acceso al saldo.',
  'credits.load-failed': 'No se ha podido cargar el saldo.',
  'credits.refresh-failed': 'No se ha podido actualizar el saldo.',
  'credits.badge-loading': 'Cargando el saldo de créditos',
  'credits.badge-unknown': 'Saldo desconocido',
}
