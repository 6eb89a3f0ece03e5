import type { directionTexts as english } from '../en/directions.js'
import type { Translation } from '../labels.js'

export const directionTexts: Translation<typeof english> = {
  'direction.half-second': '停顿半秒',
  'direction.second': '停顿一秒',
  'direction.whispering': '耳语',
  'direction.tense': '紧张',
  'direction.cue': '其他指令',
  'direction.say': '按音标读词',
  'direction.laugh': '笑',
  'direction.sigh': '叹气',
  'direction.clear-throat': '清嗓子',
  'direction.breathe': '呼吸',
  'direction.cough': '咳嗽',
  'direction.yawn': '打哈欠',
  'direction.chuckle': '轻笑',
  'direction.gasp': '倒吸气',
  'direction.groan': '呻吟',
  'direction.unclosed': '{what} 没有闭合，可能会被读出来。',
  'direction.empty': '{what} 中没有指令。',
  'direction.sound': '{what} 可能无法识别。对应的声音是 {suggestion}。',
  'direction.break-time': '{what} 需要带单位的时间，例如 500ms 或 2s。',
  'direction.break-length': '{what} 不在 1 毫秒到 {max} 秒之间。',
  'direction.breaks': '停顿超过 {max} 个，{what} 是多余的。',
  'direction.tag': '{what} 可能是无法识别的标签。',
  'direction.show': '在文本中显示',
  'direction.more': { other: '还有 {count} 处需要查看。' },
}
