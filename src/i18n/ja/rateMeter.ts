import type { rateMeterTexts as english } from '../en/rateMeter.js'
import type { Translation } from '../labels.js'

export const rateMeterTexts: Translation<typeof english> = {
  'rate-meter.title': 'レート制限',
  'rate-meter.meter': '残りリクエスト数',
  'rate-meter.left-of': { other: '{count} 件中、残り {left} 件' },
  'rate-meter.left': { other: '残り {count} 件' },
  'rate-meter.limit': { other: 'リセットごとに {count} 件まで' },
  'rate-meter.reset-in': 'あと {wait}でリセットされます。',
  'rate-meter.reset-at': '{time} にリセットされます。',
  'rate-meter.no-reset': '次回リセットの情報はありません。',
  'rate-meter.renewed': '制限がリセットされました。残りは次のリクエストで表示されます。',
  'rate-meter.unknown': '制限の情報はまだありません。アカウントから情報が届くと、ここに表示されます。',
  'rate-meter.spent-title': 'リクエストの残りがありません。',
  'rate-meter.spent': '新しいリクエストはリセットまで待機します。',
  'rate-meter.paused-title': 'リクエストが多すぎます。',
  'rate-meter.paused-in': '新しいリクエストはあと {wait}で送信されます。',
  'rate-meter.paused-at': '新しいリクエストは {time} に送信されます。',
}
