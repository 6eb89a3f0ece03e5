import type { TimedWord } from './synthesize.js'

/** A word with the rests around it, in seconds at speed 1. */
export interface SpokenWord {
  text: string
  syllables: number
  /** Silence after it. */
  rest: number
}

export const SYLLABLE_SECONDS = 0.19
const WORD_REST = 0.06
const CLAUSE_REST = 0.22
const SENTENCE_REST = 0.42
const MAX_BREAK_SECONDS = 10

const BREAK = /<break\s+time="([\d.]+)(ms|s)"\s*\/?>/gi
// A character of Chinese, Japanese or Korean is a word of its own.
const IDEOGRAPH = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]`
const WORD = new RegExp(String.raw`${IDEOGRAPH}|(?:(?!${IDEOGRAPH})[\p{L}\p{N}\p{M}'’-])*[\p{L}\p{N}\p{M}]`, 'gu')

/** Marks that open what follows, where they do not close what came before. */
const OPENING = /(?<=^|\s)[\p{Ps}\p{Pi}"'¿¡]+$/u
/** Marks up to the next space, but those that open the next word. */
const CLOSING = /^(?:(?![\p{Ps}\p{Pi}\u{E000}])[\p{P}\p{S}])+/u

/** The words that are spoken of a text: `[cues]` are directions, `<break/>` is a silence. */
export function spokenWords(text: string): SpokenWord[] {
  const words: SpokenWord[] = []
  // A break becomes a mark that no text holds, with its length in milliseconds.
  const marked = text
    .replace(BREAK, (_, amount: string, unit: string) => {
      return ` \u{E000}${Number(amount) * (unit === 's' ? 1000 : 1)}\u{E001} `
    })
    .replace(/\[[^\]\n]{0,200}\]/g, ' ')
  for (const piece of marked.split(/(\u{E000}[^\u{E001}]*\u{E001})/u)) {
    const silence = /^\u{E000}(.*)\u{E001}$/u.exec(piece)
    const last = words.at(-1)
    if (silence) {
      if (last) last.rest += Math.min(MAX_BREAK_SECONDS, Number(silence[1]) / 1000 || 0)
    } else addWords(piece, words)
  }
  // What has no words (emoji, marks) still makes a sound.
  return words.length > 0 ? words : [{ text: text.trim(), syllables: 2, rest: SENTENCE_REST }]
}

function addWords(piece: string, words: SpokenWord[]): void {
  const matches = [...piece.matchAll(WORD)]
  for (const [i, match] of matches.entries()) {
    const end = match.index + match[0].length
    const between = piece.slice(end, matches[i + 1]?.index ?? piece.length)
    // Its marks stand with it, as in the text.
    const [opening = ''] = OPENING.exec(piece.slice(0, match.index)) ?? []
    const [closing = ''] = CLOSING.exec(between) ?? []
    words.push({ text: opening + match[0] + closing, syllables: syllablesOf(match[0]), rest: restOf(between) })
  }
}

function restOf(between: string): number {
  if (/[.!?…。！？؟]|\n\s*\n/.test(between)) return SENTENCE_REST
  if (/[,;:،、—–\n]/.test(between)) return CLAUSE_REST
  return between === '' ? 0 : WORD_REST
}

function syllablesOf(word: string): number {
  const groups = word.normalize('NFD').match(/[aeiouyаеёиоуыэюяαεηιουω]+/gi)?.length
  return Math.max(1, Math.min(groups ?? Math.ceil(word.length / 3), 8))
}

export function estimateSeconds(text: string, speed: number): number {
  return spokenWords(text).reduce((sum, { syllables, rest }) => sum + syllables * SYLLABLE_SECONDS + rest, 0) / speed
}

/** The words of a text over a duration, each as long as its share of the text. */
export function spreadWords(text: string, durationSeconds: number): TimedWord[] {
  const words = spokenWords(text)
  const total = words.reduce((sum, { syllables, rest }) => sum + syllables * SYLLABLE_SECONDS + rest, 0)
  const scale = durationSeconds / total
  let at = 0
  return words.map(({ text: word, syllables, rest }) => {
    const start = at
    const end = start + syllables * SYLLABLE_SECONDS * scale
    at = end + rest * scale
    return { text: word, start, end }
  })
}
