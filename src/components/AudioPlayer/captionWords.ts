import type { SpeechTimestamps, TimedText } from '../../api/index.js'

/** A word as it is read, and when it is heard, in seconds. */
export interface CaptionWord extends TimedText {
  /** What stands between it and the next: spaces, marks, line breaks. */
  after: string
}

export interface CaptionText {
  /** What stands before the first word. */
  before: string
  words: readonly CaptionWord[]
}

/** How far ahead a word is looked for: numbers and abbreviations are spoken in other words than they are written in. */
const AHEAD = 80
/** With fewer found than that, the text is another. */
const ENOUGH = 0.7

const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u
/** Between two of these there is no space; Korean has them. `scx` knows the marks too, but for the full-width ones. */
const SPACELESS = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/u
const LETTER = /[\p{L}\p{N}\p{M}]/u
const CLOSING = /^[\p{Pe}\p{Pf}.,;:!?…、。！？，；：]/u
/** Directions to the voice, which are not spoken. */
const DIRECTION = /\[[^\]\n]{0,200}\]|<break\b[^>\n]{0,60}>/g

interface Found {
  from: number
  to: number
  start: number
  end: number
}

/**
 * Puts times to the words of a text. Without a text, or with one that was not spoken, the tokens themselves make it up.
 */
export function captionWords({ type, tokens }: SpeechTimestamps, text?: string): CaptionText {
  const written = text?.replace(DIRECTION, '').replace(/[ \t]{2,}/g, ' ').trim()
  const found = written ? align(type, tokens, written) : []
  if (written && found.length > 0 && found.length >= tokens.filter(isSpoken).length * ENOUGH) {
    return cut(written, type === 'word' ? found : grouped(written, found))
  }
  const made = joined(type, tokens)
  // Characters without a space between them cannot be told into words.
  return cut(made.text, type === 'character' && /\s/.test(made.text) ? grouped(made.text, made.found) : made.found)
}

const isSpoken = ({ text }: TimedText) => LETTER.test(text)

function align(type: SpeechTimestamps['type'], tokens: readonly TimedText[], text: string): Found[] {
  const found: Found[] = []
  const lower = text.toLowerCase()
  // Of another length in a few languages: its places would not be the text's.
  const searched = lower.length === text.length ? lower : text
  let cursor = 0
  for (const token of tokens) {
    if (!isSpoken(token)) continue
    const wanted = searched === lower ? token.text.trim().toLowerCase() : token.text.trim()
    const from = placeOf(wanted, searched, cursor, type === 'word')
    if (from === undefined) continue
    cursor = from + wanted.length
    found.push({ from, to: cursor, start: token.start, end: token.end })
  }
  return found
}

/** The next place of a word, within reach; not one inside another word. */
function placeOf(wanted: string, text: string, cursor: number, isWhole: boolean): number | undefined {
  const window = text.slice(cursor, cursor + AHEAD + wanted.length)
  for (let at = window.indexOf(wanted); at >= 0; at = window.indexOf(wanted, at + 1)) {
    const [before = '', after = ''] = [text[cursor + at - 1], text[cursor + at + wanted.length]]
    const isInside =
      (LETTER.test(before) && !IDEOGRAPH.test(before) && LETTER.test(wanted[0] ?? '') && !IDEOGRAPH.test(wanted[0] ?? '')) ||
      (LETTER.test(after) && !IDEOGRAPH.test(after) && LETTER.test(wanted.at(-1) ?? '') && !IDEOGRAPH.test(wanted.at(-1) ?? ''))
    if (!isWhole || !isInside) return cursor + at
  }
  return undefined
}

/** Characters that stand together are a word; one that is a word by itself stays one. */
function grouped(text: string, found: readonly Found[]): Found[] {
  const words: Found[] = []
  for (const one of found) {
    const last = words.at(-1)
    const stands = IDEOGRAPH.test(text.slice(one.from, one.to)) || (last && IDEOGRAPH.test(text.slice(last.from, last.to)))
    if (last && last.to === one.from && !stands) Object.assign(last, { to: one.to, end: one.end })
    else words.push({ ...one })
  }
  return words
}

function joined(type: SpeechTimestamps['type'], tokens: readonly TimedText[]): { text: string; found: Found[] } {
  const found: Found[] = []
  let text = ''
  for (const token of tokens) {
    const said = type === 'word' ? token.text.trim() : token.text
    if (said === '') continue
    const [last = '', first = ''] = [text.at(-1), said[0]]
    const isApart = type === 'word' && text !== '' && !CLOSING.test(said) && !(SPACELESS.test(last) && SPACELESS.test(first))
    if (isApart) text += ' '
    if (said.trim() !== '') found.push({ from: text.length, to: text.length + said.length, start: token.start, end: token.end })
    text += said
  }
  return { text, found }
}

function cut(text: string, found: readonly Found[]): CaptionText {
  return {
    before: text.slice(0, found[0]?.from ?? text.length),
    words: found.map(({ from, to, start, end }, i) => ({
      text: text.slice(from, to),
      start,
      end,
      after: text.slice(to, found[i + 1]?.from ?? text.length),
    })),
  }
}

/** Longer than this after its end, nothing is being said. */
const PAUSE = 1

/** Browsers round the place that they are sent to. */
const ROUNDING = 0.02

/** Which word is heard at a time: the last to begin, until the next one or a pause; -1 for none. */
export function wordAt(words: readonly TimedText[], seconds: number): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.start ?? 0) <= seconds + ROUNDING) low = middle + 1
    else high = middle
  }
  const word = words[low - 1]
  return word && seconds < word.end + PAUSE ? low - 1 : -1
}
