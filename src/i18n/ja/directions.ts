import type { directionTexts as english } from '../en/directions.js'
import type { Translation } from '../labels.js'

export const directionTexts: Translation<typeof english> = {
  'direction.half-second': '間（0.5秒）',
  'direction.second': '間（1秒）',
  'direction.whispering': 'ささやき',
  'direction.tense': '緊張',
  'direction.cue': 'その他の指示',
  'direction.say': '発音を指定',
  'direction.laugh': '笑い',
  'direction.sigh': 'ため息',
  'direction.clear-throat': '咳払い',
  'direction.breathe': '息',
  'direction.cough': '咳',
  'direction.yawn': 'あくび',
  'direction.chuckle': 'くすくす笑い',
  'direction.gasp': '息をのむ',
  'direction.groan': 'うめき',
  'direction.unclosed': '{what}が閉じられていないため、読み上げられる可能性があります。',
  'direction.empty': '{what}に指示が入っていません。',
  'direction.sound': '{what}は認識されない可能性があります。音の名前は{suggestion}です。',
  'direction.break-time': '{what}には500msや2sのように単位付きの時間が必要です。',
  'direction.break-length': '{what}は1ミリ秒から{max}秒の範囲にありません。',
  'direction.breaks': '間は{max}個までです。{what}は1つ多すぎます。',
  'direction.tag': '{what}は認識されないタグの可能性があります。',
  'direction.show': 'テキスト内で表示',
  'direction.more': { other: 'ほかに確認する箇所が{count}件あります。' },
}
