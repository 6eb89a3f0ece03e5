import type { rateMeterTexts as english } from '../en/rateMeter.js'
import type { Translation } from '../labels.js'

export const rateMeterTexts: Translation<typeof english> = {
  'rate-meter.title': 'Limite de requêtes',
  'rate-meter.meter': 'Requêtes restantes',
  'rate-meter.left-of': {
    one: '{left} requête restante sur {count}',
    many: '{left} requêtes restantes sur {count}',
    other: '{left} requêtes restantes sur {count}',
  },
  'rate-meter.left': {
    one: '{count} requête restante',
    many: '{count} de requêtes restantes',
    other: '{count} requêtes restantes',
  },
  'rate-meter.limit': {
    one: '{count} requête par période',
    many: '{count} de requêtes par période',
    other: '{count} requêtes par période',
  },
  'rate-meter.reset-in': 'Réinitialisation dans {wait}.',
  'rate-meter.reset-at': 'Réinitialisation à {time}.',
  'rate-meter.no-reset': 'La prochaine réinitialisation n’est pas communiquée.',
  'rate-meter.renewed': 'La limite a été réinitialisée. Ce qui reste s’affichera à la prochaine requête.',
  'rate-meter.unknown':
    'Aucune limite connue pour le moment. Elle s’affichera ici dès que le compte en communiquera une.',
  'rate-meter.spent-title': 'Plus aucune requête disponible.',
  'rate-meter.spent': 'Les nouvelles requêtes attendent la réinitialisation.',
  'rate-meter.paused-title': 'Trop de requêtes.',
  'rate-meter.paused-in': 'Les nouvelles requêtes seront envoyées dans {wait}.',
  'rate-meter.paused-at': 'Les nouvelles requêtes seront envoyées à {time}.',
}
