import type { creditTexts as english } from '../en/credits.js'
import type { creditTroubleTexts } from '../en/creditTrouble.js'
import type { Translation } from '../labels.js'

export const creditTexts: Translation<typeof english & typeof creditTroubleTexts> = {
  'credits.title': '积分余额',
  'credits.title-subscription': '订阅积分',
  'credits.title-pay-as-you-go': '按量付费积分',
  'credits.amount': { other: '{count} 积分' },
  'credits.speech': { other: '约可生成 {count} 个字符的语音' },
  'credits.subscription': '订阅',
  'credits.pay-as-you-go': '按量付费',
  'credits.next-reset': '下次重置',
  'credits.used-of': '每月 {total} 积分，剩余 {left}',
  'credits.meter': '剩余每月积分',
  'credits.low-title': '余额不多。',
  'credits.low': '余额用完后将无法生成新的语音。',
  'credits.empty-title': '积分已用完。',
  'credits.empty': '无法生成新的语音。',
  'credits.empty-reset': '无法生成新的语音。套餐续期时间：{time}。',
  'credits.no-access-title': '你没有查看余额的权限。',
  'credits.load-failed': '无法加载余额。',
  'credits.refresh-failed': '无法刷新余额。',
  'credits.badge-loading': '正在加载积分余额',
  'credits.badge-unknown': '余额未知',
}
