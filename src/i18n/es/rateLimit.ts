import type { rateLimitTexts as english } from '../en/rateLimit.js'
import type { Translation } from '../labels.js'

export const rateLimitTexts: Translation<typeof english> = {
  'rate-limit.title': 'Demasiadas solicitudes.',
  'rate-limit.generate-in': 'Podrás volver a generar en {wait}.',
  'rate-limit.generate-at': 'Podrás volver a generar a esta hora: {time}.',
  'rate-limit.retry-in': 'Nuevo intento en {wait}.',
  'rate-limit.retry-at': 'Hora del nuevo intento: {time}.',
  'rate-limit.action-in': 'Podrás volver a intentarlo en {wait}.',
  'rate-limit.action-at': 'Podrás volver a intentarlo a esta hora: {time}.',
  'rate-limit.action-over': 'Ya puedes volver a intentarlo.',
  'rate-limit.untimed': 'Espera un momento y vuelve a intentarlo.',
  'rate-limit.text-kept': 'Tu texto se conserva.',
  'rate-limit.generate-over': 'Ya puedes volver a generar.',
  'rate-limit.retry-over': 'Nuevo intento en curso.',
  'rate-limit.retry-now': 'Volver a intentar ahora',
}
