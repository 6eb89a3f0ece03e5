import type { playerTexts as english } from '../en/player.js'
import type { Translation } from '../labels.js'

export const playerTexts: Translation<typeof english> = {
  'player.name': '音频播放器',
  'player.name-of': '音频播放器：{title}',
  'player.play': '播放',
  'player.pause': '暂停',
  'player.seek': '播放位置',
  'player.position': '{at}，共 {length}',
  'player.seconds': { other: '{count} 秒' },
  'player.minutes': { other: '{count} 分钟' },
  'player.minutes-seconds': '{minutes} {seconds}',
  'player.speed': '播放速度：{speed}',
  'player.times': '{speed}x',
  'player.mute': '静音',
  'player.unmute': '取消静音',
  'player.volume': '音量',
  'player.captions': '朗读的文字',
  'player.download': '下载',
  'player.empty': '还没有音频',
  'player.loading': '正在加载音频',
  'player.renewing': '正在获取新链接',
  'player.expired': '此音频链接已过期。',
  'player.new-link': '获取新链接',
  'player.unplayable': '此浏览器无法播放该音频。可以下载。',
  'player.offline': '当前处于离线状态。',
}
