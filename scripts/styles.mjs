// @ts-check
/**
 * The stylesheets of src with their imports inlined, minified, and written so that they pack well: the names of their private
 * variables (`--audiopod-_ink`) are one letter, and the declarations of all rules come in one order (scripts/styles.order.json).
 */
import { fileURLToPath } from 'node:url'
import { bundle } from 'lightningcss'

const path = (/** @type {string} */ relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url))

/** What scripts read keeps its name. */
const readByScripts = new Set(['--audiopod-_days'])
const privateName = /--audiopod-_[\w-]+/g

/** @returns the text of each stylesheet, by name. @throws Error with what lightningcss warned of */
export function minifiedStyles(/** @type {readonly string[]} */ names) {
  const styles = names.map((name) => {
    const { code, warnings } = bundle({ filename: path(`src/${name}`), minify: true })
    const words = warnings.map(({ message, loc }) => `${name}: ${message} (${loc.filename}:${loc.line})`)
    if (words.length > 0) throw new Error(words.join('\n'))
    return /** @type {const} */ ([name, code.toString()])
  })
  // One for all of them: a look sets what the first of them reads.
  const shortNames = shortNamesFor(styles.map(([, css]) => css).join(''))
  return new Map(styles.map(([name, css]) => [name, css.replace(privateName, (long) => shortNames.get(long) ?? long)]))
}

/** The most used names get the letters that are most used anyway, which gzip writes in the fewest bits. */
function shortNamesFor(/** @type {string} */ css) {
  const names = byCount(css.match(privateName) ?? []).filter((name) => !readByScripts.has(name))
  const used = byCount(css.replace(privateName, '').match(/[A-Za-z]/g) ?? [])
  const ones = [...new Set([...used, ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')])]
  const letters = ones.flatMap((first, at) => (at === 0 ? ones : ones.map((second) => first + second)))
  return new Map(names.map((name, at) => [name, `--audiopod-_${letters[at]}`]))
}

function byCount(/** @type {readonly string[]} */ words) {
  /** @type {Map<string, number>} */
  const counts = new Map()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one).map(([word]) => word)
}

/** @typedef {{ text: string, key: string, after: readonly number[] }} Declaration `after`: those that it must not come before */

/** A stylesheet as the declarations of its rules, and all between them as it is. */
export function rulesOf(/** @type {string} */ css) {
  return css.split(/(\{[^{}]*\})/).map((part) => (part.startsWith('{') ? declarationsOf(part.slice(1, -1)) : part))
}

/** At each semicolon that is in no brackets and no quotes. */
function declarationTexts(/** @type {string} */ block) {
  const texts = ['']
  let depth = 0
  let isQuoted = false
  for (const letter of block) {
    if (letter === '"') isQuoted = !isQuoted
    if (!isQuoted) depth += letter === '(' ? 1 : letter === ')' ? -1 : 0
    if (letter === ';' && depth === 0 && !isQuoted) texts.push('')
    else texts.push(`${texts.pop()}${letter}`)
  }
  return texts.filter((text) => text !== '')
}

/** @returns {Declaration[]} */
function declarationsOf(/** @type {string} */ block) {
  const texts = declarationTexts(block)
  const families = texts.map((text) => familyOf(nameIn(text)))
  return texts.map((text, at) => ({
    text,
    key: nameIn(text) + (text.endsWith('!important') ? '!' : ''),
    after: families.flatMap((family, other) => (other < at && family === families[at] ? [other] : [])),
  }))
}

const nameIn = (/** @type {string} */ text) => text.slice(0, text.indexOf(':'))

/** What may set the same thing without sharing the first word of the name, and what shares that and never does. */
const families = /** @type {const} */ ([
  [/^(?:place|align|justify)-(items|content|self)$/, 'place'],
  [/^(?:row-|column-)?gap$/, 'gap'],
  [/^border(?:-\w+)*-radius$/, 'radius'],
  [/^flex-(?:flow|direction|wrap)$/, 'flow'],
  [/^grid-(?:area|row|column)/, 'area'],
  [/^line-height$/, 'font'],
  [/^(?:min|max|text|word)-(?!decoration)|^(?:outline-offset|overflow-wrap)$/, ''],
])

/** Properties of one family may set the same thing, and keep their order: `border` and `border-color`, `display` twice. */
export function familyOf(/** @type {string} */ name) {
  if (name.startsWith('--')) return name
  const plain = name.replace(/^-(?:webkit|moz)-/, '')
  for (const [pattern, family] of families) {
    const [found, kind = ''] = pattern.exec(plain) ?? []
    if (found !== undefined) return family === '' ? plain : family + kind
  }
  return plain.split('-')[0] ?? plain
}

/** The stylesheet with each rule's declarations in one order, as far as none is moved past one of its family. */
export function ordered(/** @type {ReturnType<typeof rulesOf>} */ rules, /** @type {readonly string[]} */ order) {
  const ranks = new Map(order.map((key, at) => [key, at]))
  const rankOf = (/** @type {Declaration} */ { key }) => ranks.get(key) ?? order.length
  return rules
    .map((rule) => {
      if (typeof rule === 'string') return rule
      const left = new Set(rule)
      const written = []
      while (left.size > 0) {
        const free = [...left].filter(({ after }) => after.every((at) => !left.has(/** @type {Declaration} */ (rule[at]))))
        const [first] = free.sort((one, other) => rankOf(one) - rankOf(other))
        if (!first) throw new Error('No declaration may come first.')
        left.delete(first)
        written.push(first.text)
      }
      return `{${written.join(';')}}`
    })
    .join('')
}
