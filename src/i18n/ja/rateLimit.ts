import type { rateLimitTexts as english } from '../en/rateLimit.js'
import type { Translation } from '../labels.js'

export const rateLimitTexts: Translation<typeof english> = {
  'rate-limit.title': 'リクエストが多すぎます。',
  'rate-limit.generate-in': 'あと {wait}で再び生成できます。',
  'rate-limit.generate-at': '{time} から再び生成できます。',
  'rate-limit.retry-in': 'あと {wait}で再試行します。',
  'rate-limit.retry-at': '{time} に再試行します。',
  'rate-limit.action-in': 'あと {wait}で再試行できます。',
  'rate-limit.action-at': '{time} から再試行できます。',
  'rate-limit.action-over': '再試行できます。',
  'rate-limit.untimed': 'しばらく待ってから、もう一度お試しください。',
  'rate-limit.text-kept': 'テキストは保持されます。',
  'rate-limit.generate-over': '再び生成できます。',
  'rate-limit.retry-over': '再試行しています。',
  'rate-limit.retry-now': '今すぐ再試行',
}
