import { countCodePoints, CREDITS_PER_CHARACTER, MAX_TEXT_LENGTH } from '../../api/index.js'

/** From here on the count warns. */
const NEAR = 0.9

export interface TextState {
  /** In code points, as AudioPod counts. */
  length: number
  level: 'empty' | 'ok' | 'near' | 'over'
  /** Code points beyond the limit; 0 within it. */
  over: number
  /** What it costs on account credits: a half a code point, rounded up. */
  credits: number
}

export function textState(text: string): TextState {
  const length = countCodePoints(text)
  const blank = text.trim() === ''
  const over = Math.max(0, length - MAX_TEXT_LENGTH)
  return {
    length,
    level: over > 0 ? 'over' : length >= MAX_TEXT_LENGTH * NEAR ? 'near' : blank ? 'empty' : 'ok',
    over,
    credits: blank ? 0 : Math.ceil(length * CREDITS_PER_CHARACTER),
  }
}

/** The first words of a text, to tell one job from another; whole words where that is possible. */
export function firstWords(text: string, max = 48): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const points = Array.from(line)
  if (points.length <= max) return line
  const cut = points.slice(0, max).join('')
  const space = cut.lastIndexOf(' ')
  return `${(space > max / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–—-]+$/u, '')}…`
}
