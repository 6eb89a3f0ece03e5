// @ts-check
/**
 * Writes dist/*.css: the stylesheets of src with their imports inlined, minified, and the names of their private variables
 * (`--audiopod-_ink`) shortened; and types, which TypeScript 6 asks for.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundle } from 'lightningcss'

const path = (/** @type {string} */ relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url))

/** What scripts read keeps its name. */
const readByScripts = new Set(['--audiopod-_days'])
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** @type {Map<string, string>} */
const shortNames = new Map()

/** One for all stylesheets: a look sets what the first of them reads. */
function shorten(/** @type {string} */ css) {
  return css.replace(/--audiopod-_[\w-]+/g, (name) => {
    if (readByScripts.has(name)) return name
    const number = shortNames.size
    const short = shortNames.get(name) ?? `--audiopod-_${letters[number % letters.length]}${number < letters.length ? '' : number}`
    shortNames.set(name, short)
    return short
  })
}

mkdirSync(path('dist'), { recursive: true })
for (const name of ['styles.css', 'looks.css']) {
  const { code, warnings } = bundle({ filename: path(`src/${name}`), minify: true })
  for (const { message, loc } of warnings) console.error(`${name}: ${message} (${loc.filename}:${loc.line})`)
  if (warnings.length > 0) process.exit(1)
  writeFileSync(path(`dist/${name}`), shorten(code.toString()))
  writeFileSync(path(`dist/${name}.d.ts`), 'export {}\n')
}
