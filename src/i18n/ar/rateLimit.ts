import type { rateLimitTexts as english } from '../en/rateLimit.js'
import type { Translation } from '../labels.js'

export const rateLimitTexts: Translation<typeof english> = {
  'rate-limit.title': 'طلبات كثيرة جدًا.',
  'rate-limit.generate-in': 'يمكنك التوليد مجددًا بعد {wait}.',
  'rate-limit.generate-at': 'يمكنك التوليد مجددًا في {time}.',
  'rate-limit.retry-in': 'ستُعاد المحاولة بعد {wait}.',
  'rate-limit.retry-at': 'ستُعاد المحاولة في {time}.',
  'rate-limit.action-in': 'يمكنك إعادة المحاولة بعد {wait}.',
  'rate-limit.action-at': 'يمكنك إعادة المحاولة في {time}.',
  'rate-limit.action-over': 'يمكنك إعادة المحاولة.',
  'rate-limit.untimed': 'انتظر لحظة، ثم أعد المحاولة.',
  'rate-limit.text-kept': 'نصك محفوظ.',
  'rate-limit.generate-over': 'يمكنك التوليد مجددًا.',
  'rate-limit.retry-over': 'جارٍ إعادة المحاولة.',
  'rate-limit.retry-now': 'إعادة المحاولة الآن',
}
