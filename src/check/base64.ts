import { findKeys, type Match, runAt } from './keys.js'

/**
 * What stays the same in the base64 of a text whatever stands around it, for each of the three ways in which it may
 * lie; `offset` is how many characters before it a group of four begins.
 */
interface Needle {
  text: string
  offset: number
}

const RUN = /[A-Za-z0-9+/_-]*={0,2}/y
/** Of a long run, so much is read from where a key may begin. */
const READ = 400

const keyNeedles = ['ap_', 'ak_', 'whsec_'].flatMap((prefix) => needlesOf(prefix))

/** Keys within base64, in either alphabet: `index` is where they begin, within a group of four. */
export function findKeysInBase64(text: string): Match[] {
  return keyNeedles.flatMap(({ text: needle, offset }) => {
    const found: Match[] = []
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
      const start = at - offset
      if (start < 0) continue
      const decoded = Buffer.from(runAt(text.slice(start, start + READ), 0, RUN), 'base64').toString('latin1')
      // Further ones have needles of their own.
      const [first] = findKeys(decoded, 3)
      if (first) found.push({ index: start, value: first.value })
    }
    return found
  })
}

/** Where a value stands in base64, in either alphabet. */
export function findValueInBase64(text: string, value: string): Match[] {
  return needlesOf(value).flatMap(({ text: needle, offset }) => {
    const index = text.indexOf(needle)
    return index < 0 ? [] : [{ index: Math.max(0, index - offset), value }]
  })
}

function needlesOf(value: string): Needle[] {
  const needles = [0, 1, 2].map((shift) => {
    const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(value)])
    const whole = bytes.toString('base64').replace(/=+$/, '')
    // The first characters hold bits of what stands before, the last those of what comes after.
    const from = Math.ceil((shift * 8) / 6)
    const to = Math.floor((bytes.length * 8) / 6)
    return { text: whole.slice(from, to), offset: from }
  })
  const urlSafe = needles.map(({ text, offset }) => ({ text: text.replaceAll('+', '-').replaceAll('/', '_'), offset }))
  return [...needles, ...urlSafe.filter(({ text }) => !needles.some((needle) => needle.text === text))]
}
