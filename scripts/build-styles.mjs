// @ts-check
/** Writes dist/*.css: the stylesheets of src with their imports inlined, minified; and types, which TypeScript 6 asks for. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundle } from 'lightningcss'

const path = (/** @type {string} */ relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url))

mkdirSync(path('dist'), { recursive: true })
for (const name of ['styles.css', 'looks.css']) {
  const { code, warnings } = bundle({ filename: path(`src/${name}`), minify: true })
  for (const { message, loc } of warnings) console.error(`${name}: ${message} (${loc.filename}:${loc.line})`)
  if (warnings.length > 0) process.exit(1)
  writeFileSync(path(`dist/${name}`), code)
  writeFileSync(path(`dist/${name}.d.ts`), 'export {}\n')
}
