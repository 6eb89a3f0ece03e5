import type { walletTexts as english } from '../en/wallet.js'
import type { Translation } from '../labels.js'

export const walletTexts: Translation<typeof english> = {
  'wallet.title': 'ウォレット残高',
  'wallet.speech': { other: '音声で約 {count} 分' },
  'wallet.spent': 'これまでの使用額',
  'wallet.low-title': '残高が少なくなっています。',
  'wallet.low': '残高がなくなると、新しい音声を生成できません。',
  'wallet.empty-title': '残高がありません。',
  'wallet.empty': '新しい音声を生成できません。',
}
