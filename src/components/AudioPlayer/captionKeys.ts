/** Which word a key leads to in the text; undefined for a key that leads nowhere. */
export function wordByKey(key: string, at: number, words: readonly HTMLElement[], isRtl: boolean): number | undefined {
  const last = words.length - 1
  const clamp = (to: number) => Math.min(Math.max(to, 0), last)
  switch (key) {
    case 'ArrowRight':
      return clamp(at + (isRtl ? -1 : 1))
    case 'ArrowLeft':
      return clamp(at + (isRtl ? 1 : -1))
    case 'ArrowDown':
      return wordOnLine(at, 1, words)
    case 'ArrowUp':
      return wordOnLine(at, -1, words)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}

/** The word above or below, as in a text box; where there is no such line, the same word. */
function wordOnLine(at: number, step: 1 | -1, words: readonly HTMLElement[]): number {
  const here = words[at]
  if (!here) return at
  let best = at
  let line: number | undefined
  let nearest = Infinity
  for (let i = at + step; i >= 0 && i < words.length; i += step) {
    const word = words[i]
    if (!word || word.offsetTop === here.offsetTop) continue
    line ??= word.offsetTop
    if (word.offsetTop !== line) break
    const distance = Math.abs(word.offsetLeft - here.offsetLeft)
    if (distance < nearest) [best, nearest] = [i, distance]
  }
  return best
}
