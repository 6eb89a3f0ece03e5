/** Length in code points, the unit in which AudioPod's limits are meant: an emoji is one, not two. */
export function countCodePoints(text: string): number {
  let count = text.length
  for (let i = 0; i < text.length - 1; i++) {
    if (isHighSurrogate(text.charCodeAt(i)) && isLowSurrogate(text.charCodeAt(i + 1))) {
      count--
      i++
    }
  }
  return count
}

/** False where a surrogate stands alone: encoding such a text would turn it into U+FFFD without a word. */
export function isWellFormed(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isHighSurrogate(code) && isLowSurrogate(text.charCodeAt(i + 1))) i++
    else if (isHighSurrogate(code) || isLowSurrogate(code)) return false
  }
  return true
}

const isHighSurrogate = (code: number) => code >= 0xd800 && code <= 0xdbff
const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff
