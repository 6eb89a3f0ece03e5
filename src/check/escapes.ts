/** A text as it is once read, and where its characters stood. */
export interface Decoded {
  text: string
  /** The place in the raw text of a place in `text`. */
  rawIndex(index: number): number
}

// \x61, \u0061, \u{61}, \/, with any number of backslashes (a text in a text), tried from the first alone lest a
// long run take quadratic time; %61, %2561; &#97;, &#x61;
const ESCAPED =
  /(?<!\\)\\+(?:x([2-7][0-9a-f])|u00([2-7][0-9a-f])|u\{0*([2-7][0-9a-f])\}|(\/))|%(?:25)*([2-7][0-9a-f])|&#(?:x0*([2-7][0-9a-f])|0*([0-9]{2,3}));/gi

/**
 * A text with its escaped ASCII characters as they are read by JavaScript, JSON, URLs and HTML; undefined where none
 * is escaped.
 */
export function decodeEscapes(text: string): Decoded | undefined {
  return decode(text, ESCAPED, ([, x, u, braced, slash, percent, hex, decimal]) => {
    if (slash !== undefined) return slash
    const digits = x ?? u ?? braced ?? percent ?? hex
    return String.fromCharCode(digits === undefined ? Number(decimal) : Number.parseInt(digits, 16))
  })
}

/** The text of what has each character in two bytes, as WebAssembly made of some languages has; undefined where no byte is zero. */
export function decodeWide(bytes: string): Decoded | undefined {
  return bytes.includes('\0') ? decode(bytes, /\0+/g, () => '') : undefined
}

function decode(text: string, pattern: RegExp, read: (match: RegExpMatchArray) => string): Decoded | undefined {
  const pieces: string[] = []
  // For each place where the two texts part: the places in both.
  const seams: { decoded: number; raw: number }[] = []
  let raw = 0
  let length = 0
  for (const match of text.matchAll(pattern)) {
    const character = read(match)
    const before = text.slice(raw, match.index)
    pieces.push(before, character)
    raw = match.index + match[0].length
    length += before.length + character.length
    seams.push({ decoded: length, raw })
  }
  if (seams.length === 0) return undefined
  pieces.push(text.slice(raw))
  return {
    text: pieces.join(''),
    rawIndex(index) {
      const last = seams.findLast(({ decoded }) => decoded <= index)
      return last ? last.raw + index - last.decoded : index
    },
  }
}
