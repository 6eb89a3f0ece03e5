import type { rateLimitTexts as english } from '../en/rateLimit.js'
import type { Translation } from '../labels.js'

export const rateLimitTexts: Translation<typeof english> = {
  'rate-limit.title': 'Trop de requêtes.',
  'rate-limit.generate-in': 'Vous pourrez générer à nouveau dans {wait}.',
  'rate-limit.generate-at': 'Vous pourrez générer à nouveau à {time}.',
  'rate-limit.retry-in': 'Nouvelle tentative dans {wait}.',
  'rate-limit.retry-at': 'Nouvelle tentative à {time}.',
  'rate-limit.action-in': 'Vous pourrez réessayer dans {wait}.',
  'rate-limit.action-at': 'Vous pourrez réessayer à {time}.',
  'rate-limit.action-over': 'Vous pouvez réessayer.',
  'rate-limit.untimed': 'Patientez un instant, puis réessayez.',
  'rate-limit.text-kept': 'Votre texte est conservé.',
  'rate-limit.generate-over': 'Vous pouvez générer à nouveau.',
  'rate-limit.retry-over': 'Nouvelle tentative en cours.',
  'rate-limit.retry-now': 'Réessayer maintenant',
}
