import type { walletTexts as english } from '../en/wallet.js'
import type { Translation } from '../labels.js'

export const walletTexts: Translation<typeof english> = {
  'wallet.title': 'Saldo del monedero',
  'wallet.speech': {
    one: 'Alrededor de {count} minuto de voz',
    many: 'Alrededor de {count} de minutos de voz',
    other: 'Alrededor de {count} minutos de voz',
  },
  'wallet.spent': 'Gastado hasta ahora',
  'wallet.low-title': 'Saldo bajo.',
  'wallet.low': 'Cuando se agote, no se podrán iniciar nuevas generaciones de voz.',
  'wallet.empty-title': 'Sin fondos.',
  'wallet.empty': 'No se pueden iniciar nuevas generaciones de voz.',
}
