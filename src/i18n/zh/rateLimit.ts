import type { rateLimitTexts as english } from '../en/rateLimit.js'
import type { Translation } from '../labels.js'

export const rateLimitTexts: Translation<typeof english> = {
  'rate-limit.title': '请求过多。',
  'rate-limit.generate-in': '{wait} 后可以再次生成。',
  'rate-limit.generate-at': '{time} 可以再次生成。',
  'rate-limit.retry-in': '{wait} 后重试。',
  'rate-limit.retry-at': '将于 {time} 重试。',
  'rate-limit.action-in': '{wait} 后可以重试。',
  'rate-limit.action-at': '{time} 可以重试。',
  'rate-limit.action-over': '可以重试了。',
  'rate-limit.untimed': '稍等片刻，然后重试。',
  'rate-limit.text-kept': '文本已保留。',
  'rate-limit.generate-over': '可以再次生成了。',
  'rate-limit.retry-over': '正在重试。',
  'rate-limit.retry-now': '立即重试',
}
