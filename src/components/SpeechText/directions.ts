/** How a text directs its speaker, as AudioPod documents it: figures and names, each once. */
export const SOUNDS = ['laugh', 'sigh', 'clear throat', 'breathe', 'cough', 'yawn', 'chuckle', 'gasp', 'groan'] as const
export const MAX_BREAK_SECONDS = 10
export const MAX_BREAKS = 20

/** Longer than any word; beyond it a slash is no bracket of a pronunciation. */
const MAX_IPA_LENGTH = 80

export type DirectionProblem =
  /** A `[`, a `<break` or a pronunciation that nothing ends. */
  | 'unclosed'
  /** Brackets with nothing in them. */
  | 'empty'
  /** Almost the name of a sound, which is the `suggestion`. */
  | 'sound'
  /** A break without a time, or with one that has no unit of `ms` or `s`. */
  | 'break-time'
  /** A break of no time, or longer than 10 seconds. */
  | 'break-length'
  /** One break more than a request may hold. */
  | 'breaks'
  /** A tag that is not `<break>`. */
  | 'tag'

/** What may not be taken as it is meant. Positions are those of a string, in UTF-16 units. */
export interface DirectionFinding {
  problem: DirectionProblem
  start: number
  end: number
  suggestion?: string
}

/**
 * Finds what looks like a direction and may not be one, in the order of the text. It judges only what is documented:
 * cues are free words, so no cue is unknown, and a slash or a `<` that stands in plain text is left alone. Takes time
 * in proportion to the text.
 */
export function checkDirections(text: string): DirectionFinding[] {
  const findings: DirectionFinding[] = []
  let breaks = 0
  let at = 0
  while (at < text.length) {
    const found = directionAt(text, at)
    if (found === undefined) {
      at += 1
      continue
    }
    const { end, problem, suggestion, isBreak } = found
    const tooMany = isBreak === true && ++breaks > MAX_BREAKS
    const kind = problem ?? (tooMany ? 'breaks' : undefined)
    if (kind !== undefined) findings.push({ problem: kind, start: at, end, ...(suggestion === undefined ? {} : { suggestion }) })
    at = end
  }
  return findings
}

interface Direction {
  end: number
  problem?: DirectionProblem | undefined
  suggestion?: string | undefined
  isBreak?: boolean
}

function directionAt(text: string, at: number): Direction | undefined {
  switch (text[at]) {
    case '[':
      return bracketAt(text, at)
    case '<':
      return tagAt(text, at)
    case '/':
      return pronunciationAt(text, at)
    default:
      return undefined
  }
}

function bracketAt(text: string, at: number): Direction {
  const end = until(text, at + 1, '[]\n')
  if (text[end] !== ']') return { end, problem: 'unclosed' }
  const words = text.slice(at + 1, end).split(',').map((word) => word.trim().toLowerCase())
  if (words.some((word) => word === '')) return { end: end + 1, problem: 'empty' }
  const suggestion = words.length === 1 ? nearSound(words[0] ?? '') : undefined
  return { end: end + 1, problem: suggestion === undefined ? undefined : 'sound', suggestion }
}

function tagAt(text: string, at: number): Direction | undefined {
  const name = /^<\/?([a-z][\w:-]*)/i.exec(text.slice(at, at + 32))?.[1]?.toLowerCase()
  if (name === undefined) return undefined
  const end = until(text, at + 1, '<>\n')
  const isClosed = text[end] === '>'
  if (name !== 'break') return isClosed ? { end: end + 1, problem: 'tag' } : undefined
  if (!isClosed || text[end - 1] !== '/') return { end: isClosed ? end + 1 : end, problem: 'unclosed', isBreak: true }
  const time = /\stime\s*=\s*(["'])\s*(\d+(?:\.\d+)?|\.\d+)(ms|s)\s*\1/i.exec(text.slice(at, end))
  if (time === null) return { end: end + 1, problem: 'break-time', isBreak: true }
  const seconds = Number(time[2]) / (time[3]?.toLowerCase() === 'ms' ? 1000 : 1)
  const isFine = seconds > 0 && seconds <= MAX_BREAK_SECONDS
  return { end: end + 1, problem: isFine ? undefined : 'break-length', isBreak: true }
}

/** Between slashes, with a sign that only phonetic writing has: `/ˈwʊstər/`, and neither a path nor a date. */
function pronunciationAt(text: string, at: number): Direction | undefined {
  const before = text[at - 1]
  if (before !== undefined && /[\p{L}\p{N}/:.]/u.test(before)) return undefined
  const end = until(text, at + 1, '/\n', at + MAX_IPA_LENGTH)
  if (text[end] === '/') return isPhonetic(text.slice(at + 1, end)) ? { end: end + 1 } : undefined
  const word = until(text, at + 1, ' \t\n', end)
  return isPhonetic(text.slice(at + 1, word)) ? { end: word, problem: 'unclosed' } : undefined
}

const isPhonetic = (text: string) => /[ˈˌː\u0250-\u02af]/.test(text)

/** Where one of the characters stands first, else the end. */
function until(text: string, from: number, characters: string, limit = text.length): number {
  const last = Math.min(limit, text.length)
  for (let at = from; at < last; at++) if (characters.includes(text[at] ?? '')) return at
  return last
}

/** `laughs` and `clears throat` are cues that are nearly sounds; `laughing` is a way to speak. */
function nearSound(word: string): string | undefined {
  if (SOUNDS.some((sound) => sound === word)) return undefined
  const plain = word.replace(/[\s_-]+/g, ' ').replace(/s(?= |$)/g, '')
  return SOUNDS.find((sound) => sound === plain)
}
