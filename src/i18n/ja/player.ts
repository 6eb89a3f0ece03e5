import type { playerTexts as english } from '../en/player.js'
import type { Translation } from '../labels.js'

export const playerTexts: Translation<typeof english> = {
  'player.name': '音声プレーヤー',
  'player.name-of': '音声プレーヤー: {title}',
  'player.play': '再生',
  'player.pause': '一時停止',
  'player.seek': '再生位置',
  'player.position': '{length}中の {at}',
  'player.seconds': { other: '{count} 秒' },
  'player.minutes': { other: '{count} 分' },
  'player.minutes-seconds': '{minutes} {seconds}',
  'player.speed': '再生速度: {speed}',
  'player.times': '{speed}x',
  'player.mute': 'ミュート',
  'player.unmute': 'ミュート解除',
  'player.volume': '音量',
  'player.captions': '読み上げられている文章',
  'player.download': 'ダウンロード',
  'player.empty': '音声はまだありません',
  'player.loading': '音声を読み込み中',
  'player.renewing': '新しいリンクを取得中',
  'player.expired': 'この音声リンクは期限切れです。',
  'player.new-link': '新しいリンクを取得',
  'player.unplayable': 'このブラウザーでは音声を再生できません。ダウンロードは可能です。',
  'player.offline': 'オフラインです。',
}
