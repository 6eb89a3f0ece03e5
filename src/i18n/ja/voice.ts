import type { voiceTexts as english } from '../en/voice.js'
import type { Translation } from '../labels.js'

export const voiceTexts: Translation<typeof english> = {
  'voice.label': 'ボイス',
  'voice.choose': 'ボイスを選択',
  'voice.missing': 'ボイスを選択してください。',
  'voice.open': 'ボイスを表示',
  'voice.list': 'ボイス',
  'voice.own': '自分のボイス',
  'voice.standard': '標準ボイス',
  'voice.processing': '作成中',
  'voice.not-made': '作成できませんでした',
  'voice.loading': 'ボイスを読み込み中',
  'voice.more': 'さらにボイスを読み込む',
  'voice.count': { other: '{count} 件のボイス' },
  'voice.none': 'ボイスはありません。',
  'voice.no-match': '「{query}」に一致するボイスはありません。',
  'voice.failed': 'ボイスを読み込めませんでした。',
  'voice.gone': 'このボイスは一覧にありません。別のボイスを選択してください。',
  'voice.preview': '{name} を試聴',
  'voice.stop-preview': '{name} を停止',
  'voice.no-preview': '{name} の試聴はありません',
  'voice.no-active': '試聴するにはボイスに移動します',
  'voice.preview-failed': 'この試聴を再生できませんでした。',
  'voice.female': '女性',
  'voice.male': '男性',
  'voice.neutral': '中性',
}
