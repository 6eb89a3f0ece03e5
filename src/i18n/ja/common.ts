import type { CommonTexts } from '../en/common.js'
import type { Translation } from '../labels.js'

export const commonTexts: Translation<CommonTexts> = {
  'common.add-funds': '残高を追加',
  'common.cancel': 'キャンセル',
  'common.close': '閉じる',
  'common.dismiss': '非表示にする',
  'common.never': 'なし',
  'common.not-reported': '情報なし',
  'common.optional': '任意',
  'common.refresh': '更新',
  'common.try-again': '再試行',
  'common.working': '処理中',
  'common.loading': '読み込み中',
  'common.updated': '更新: {time}',
  'common.sign-in': 'もう一度サインイン',
  'time.just-now': 'たった今',
  'time.seconds': '{seconds}\u00a0秒',
  'time.minutes': '{minutes}\u00a0分 {seconds}\u00a0秒',
}
