import type { voiceTexts as english } from '../en/voice.js'
import type { Translation } from '../labels.js'

export const voiceTexts: Translation<typeof english> = {
  'voice.label': '音色',
  'voice.choose': '选择音色',
  'voice.missing': '选择一种音色。',
  'voice.open': '显示音色',
  'voice.list': '音色',
  'voice.own': '我的音色',
  'voice.standard': '标准音色',
  'voice.processing': '仍在制作',
  'voice.not-made': '制作失败',
  'voice.loading': '正在加载音色',
  'voice.more': '加载更多音色',
  'voice.count': { other: '{count} 种音色' },
  'voice.none': '没有音色。',
  'voice.no-match': '没有与“{query}”匹配的音色。',
  'voice.failed': '无法加载音色。',
  'voice.gone': '此音色已不在列表中。选择其他音色。',
  'voice.preview': '试听 {name}',
  'voice.stop-preview': '停止 {name}',
  'voice.no-preview': '{name} 没有试听',
  'voice.no-active': '移到某个音色即可试听',
  'voice.preview-failed': '无法播放此试听。',
  'voice.female': '女声',
  'voice.male': '男声',
  'voice.neutral': '中性',
}
