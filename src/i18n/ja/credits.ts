import type { creditTexts as english } from '../en/credits.js'
import type { creditTroubleTexts } from '../en/creditTrouble.js'
import type { Translation } from '../labels.js'

export const creditTexts: Translation<typeof english & typeof creditTroubleTexts> = {
  'credits.title': 'クレジット残高',
  'credits.title-subscription': 'サブスクリプションのクレジット',
  'credits.title-pay-as-you-go': '従量課金のクレジット',
  'credits.amount': { other: '{count} クレジット' },
  'credits.speech': { other: '音声で約 {count} 文字分' },
  'credits.subscription': 'サブスクリプション',
  'credits.pay-as-you-go': '従量課金',
  'credits.next-reset': '次回リセット',
  'credits.used-of': '今月分 {total} クレジットのうち残り {left}',
  'credits.meter': '今月分の残りクレジット',
  'credits.low-title': '残高が少なくなっています。',
  'credits.low': '残高がなくなると、新しい音声を生成できません。',
  'credits.empty-title': 'クレジットがありません。',
  'credits.empty': '新しい音声を生成できません。',
  'credits.empty-reset': '新しい音声を生成できません。プランの次回更新: {time}。',
  'credits.no-access-title': '残高へのアクセス権がありません。',
  'credits.load-failed': '残高を読み込めませんでした。',
  'credits.refresh-failed': '残高を更新できませんでした。',
  'credits.badge-loading': 'クレジット残高を読み込み中',
  'credits.badge-unknown': '残高不明',
}
