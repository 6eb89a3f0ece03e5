// @ts-check
/** Writes dist/styles.css: src/styles.css with its imports inlined, minified; and types, which TypeScript 6 asks for. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundle } from 'lightningcss'

const path = (/** @type {string} */ relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url))

const { code, warnings } = bundle({ filename: path('src/styles.css'), minify: true })
for (const { message, loc } of warnings) console.error(`styles.css: ${message} (${loc.filename}:${loc.line})`)
if (warnings.length > 0) process.exit(1)
mkdirSync(path('dist'), { recursive: true })
writeFileSync(path('dist/styles.css'), code)
writeFileSync(path('dist/styles.css.d.ts'), 'export {}\n')
