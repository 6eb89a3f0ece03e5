import type { rateMeterTexts as english } from '../en/rateMeter.js'
import type { Translation } from '../labels.js'

export const rateMeterTexts: Translation<typeof english> = {
  'rate-meter.title': 'Límite de solicitudes',
  'rate-meter.meter': 'Solicitudes restantes',
  'rate-meter.left-of': {
    one: 'Quedan {left} de {count} solicitud',
    many: 'Quedan {left} de {count} de solicitudes',
    other: 'Quedan {left} de {count} solicitudes',
  },
  'rate-meter.left': {
    one: 'Queda {count} solicitud',
    many: 'Quedan {count} de solicitudes',
    other: 'Quedan {count} solicitudes',
  },
  'rate-meter.limit': {
    one: '{count} solicitud por periodo',
    many: '{count} de solicitudes por periodo',
    other: '{count} solicitudes por periodo',
  },
  'rate-meter.reset-in': 'Se restablece en {wait}.',
  'rate-meter.reset-at': 'Hora de restablecimiento: {time}.',
  'rate-meter.no-reset': 'No se indica el próximo restablecimiento.',
  'rate-meter.renewed': 'El límite se ha restablecido. Lo que queda se mostrará con la próxima solicitud.',
  'rate-meter.unknown': 'Aún no se conoce ningún límite. Se mostrará aquí cuando la cuenta lo indique.',
  'rate-meter.spent-title': 'No quedan solicitudes.',
  'rate-meter.spent': 'Las nuevas solicitudes esperan al restablecimiento.',
  'rate-meter.paused-title': 'Demasiadas solicitudes.',
  'rate-meter.paused-in': 'Las nuevas solicitudes se enviarán en {wait}.',
  'rate-meter.paused-at': 'Las nuevas solicitudes se enviarán a esta hora: {time}.',
}
