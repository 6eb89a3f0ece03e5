import type { walletTexts as english } from '../en/wallet.js'
import type { Translation } from '../labels.js'

export const walletTexts: Translation<typeof english> = {
  'wallet.title': '钱包余额',
  'wallet.speech': { other: '约可生成 {count} 分钟的语音' },
  'wallet.spent': '累计支出',
  'wallet.low-title': '余额不多。',
  'wallet.low': '余额用完后将无法生成新的语音。',
  'wallet.empty-title': '余额已用完。',
  'wallet.empty': '无法生成新的语音。',
}
