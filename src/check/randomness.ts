/**
 * Whether a text looks drawn at random, as keys are, or made of words and numbers, as names are. Names like
 * `ap_south_1_availability_zone` are in many bundles; what tells them from keys is which letters stand side by side.
 */
/** What often follows each letter in the names that programs give, as counted in the words of npm packages. */
const followers: Readonly<Record<string, string>> = {
  a: 'abcdefgijklmnpqrstuvwxy',
  b: 'abceilmnoqrsu',
  c: 'abcdehiklmoqrstuy',
  d: 'adeilmoqrsuy',
  e: 'abcdefgilmnopqrstvwxy',
  f: 'abefiloruy',
  g: 'abdefghilnorsu',
  h: 'abcdeiort',
  i: 'abcdefglmnopqrstvxz',
  j: 'aes',
  k: 'aegis',
  l: 'abcdeiloqstuy',
  m: 'abdeilmopsu',
  n: 'abcdefgiknostuv',
  o: 'abcdfgiklmnoprstuvw',
  p: 'abcehiloprstu',
  q: 'abeijqu',
  r: 'abcdegiklmnoprstuvy',
  s: 'abcefhiklmopstuy',
  t: 'acehilmorstuy',
  u: 'abcdefgilmnprst',
  v: 'abceio',
  w: 'aeinors',
  x: 'ceinpt',
  y: 'cemnpsx',
  z: 'e',
}

/** So much is judged of a longer text: what stands behind a key may be words. */
const JUDGED = 32
/** Hexadecimal text of 20 characters has fewer in one of 100,000 cases; `aaaa…` and `0101…` have two. */
const FEWEST_DISTINCT = 6
const FEWEST_ODD = 5
/** Pairs that words do not have: two thirds of those in random text, next to none in names. */
const ODD_SHARE = 0.35
/** Characters in a run of one class: 1.5 in random base62, 2.1 in hexadecimal text, four and more in names. */
const LONGEST_RUNS = 2.6
const MOST_SEPARATORS = 0.15

/** True for base64url, base62, base36, base32 and hexadecimal text of 20 characters and more, but for one text in some hundred. */
export function looksRandom(text: string): boolean {
  const judged = text.slice(0, JUDGED)
  const classes = [/[0-9]/, /[a-z]/, /[A-Z]/].filter((one) => one.test(judged)).length
  if (classes < 2 || new Set(judged).size < FEWEST_DISTINCT) return false
  if (isSequence(judged) || isNameWithHash(text)) return false
  return /^(?:[0-9a-f]+|[0-9A-F]+)$/.test(judged) || hasOddPairs(judged) || changesOften(judged)
}

function hasOddPairs(text: string): boolean {
  // Numbers stand at the ends of words (`utf8_item_2`), and in random text between letters.
  const between = (text.match(/(?<=[A-Za-z])[0-9]+(?=[A-Za-z])/g)?.length ?? 0) * 2
  const leading = text.match(/(?<![A-Za-z0-9])[0-9]+(?=[A-Za-z])/g)?.length ?? 0
  let odd = between + leading
  let usual = 0
  for (let at = 1; at < text.length; at += 1) {
    const pair = text.slice(at - 1, at + 1)
    // The seam of two words in camel case says nothing.
    if (!/^[A-Za-z]{2}$/.test(pair) || /^[a-z][A-Z]$/.test(pair)) continue
    if (isUsual(pair.toLowerCase())) usual += 1
    else odd += 1
  }
  return odd >= FEWEST_ODD && odd / (odd + usual) >= ODD_SHARE
}

const isUsual = (pair: string): boolean => followers[pair.charAt(0)]?.includes(pair.charAt(1)) ?? false

function changesOften(text: string): boolean {
  const separators = text.replace(/[^_-]/g, '').length
  const runs = text.match(/[A-Z]?[a-z]+|[A-Z]+|[0-9]+/g)?.length ?? 1
  return separators / text.length <= MOST_SEPARATORS && (text.length - separators) / runs <= LONGEST_RUNS
}

/** `abcdef0123456789` and the like. */
function isSequence(text: string): boolean {
  let steps = 0
  for (let at = 1; at < text.length; at += 1) if (text.charCodeAt(at) - text.charCodeAt(at - 1) === 1) steps += 1
  return steps > text.length / 2
}

/** `context-menu-Csj9j3eN`: what bundlers call files, and styles their classes. */
function isNameWithHash(text: string): boolean {
  return /^[_-]*(?:[A-Za-z][a-z]*[_-]+)+[A-Za-z0-9_-]{1,12}$/.test(text)
}
