import type { rateMeterTexts as english } from '../en/rateMeter.js'
import type { Translation } from '../labels.js'

export const rateMeterTexts: Translation<typeof english> = {
  'rate-meter.title': '速率限制',
  'rate-meter.meter': '剩余请求数',
  'rate-meter.left-of': { other: '共 {count} 次请求，剩余 {left} 次' },
  'rate-meter.left': { other: '剩余 {count} 次请求' },
  'rate-meter.limit': { other: '每个周期 {count} 次请求' },
  'rate-meter.reset-in': '{wait} 后重置。',
  'rate-meter.reset-at': '将于 {time} 重置。',
  'rate-meter.no-reset': '没有下次重置的信息。',
  'rate-meter.renewed': '限制已重置。剩余次数会在下次请求时显示。',
  'rate-meter.unknown': '暂无限制信息。账户提供后会显示在这里。',
  'rate-meter.spent-title': '请求次数已用完。',
  'rate-meter.spent': '新请求会等到重置之后。',
  'rate-meter.paused-title': '请求过多。',
  'rate-meter.paused-in': '新请求将在 {wait} 后发出。',
  'rate-meter.paused-at': '新请求将于 {time} 发出。',
}
