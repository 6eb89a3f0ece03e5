import type { rateLimitTexts as english } from '../en/rateLimit.js'
import type { Translation } from '../labels.js'

export const rateLimitTexts: Translation<typeof english> = {
  'rate-limit.title': 'Zu viele Anfragen.',
  'rate-limit.generate-in': 'Sie können in {wait} wieder generieren.',
  'rate-limit.generate-at': 'Sie können um {time} wieder generieren.',
  'rate-limit.retry-in': 'Neuer Versuch in {wait}.',
  'rate-limit.retry-at': 'Neuer Versuch um {time}.',
  'rate-limit.action-in': 'Sie können es in {wait} erneut versuchen.',
  'rate-limit.action-at': 'Sie können es um {time} erneut versuchen.',
  'rate-limit.action-over': 'Sie können es erneut versuchen.',
  'rate-limit.untimed': 'Warten Sie einen Moment und versuchen Sie es dann erneut.',
  'rate-limit.text-kept': 'Ihr Text bleibt erhalten.',
  'rate-limit.generate-over': 'Sie können wieder generieren.',
  'rate-limit.retry-over': 'Neuer Versuch läuft.',
  'rate-limit.retry-now': 'Jetzt erneut versuchen',
}
