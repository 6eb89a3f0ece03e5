// @ts-check
/** Writes dist/*.css, and types for them, which TypeScript 6 asks for. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { minifiedStyles, ordered, rulesOf } from './styles.mjs'

const dist = new URL('../dist/', import.meta.url)
/** @type {string[]} */
const order = JSON.parse(readFileSync(new URL('styles.order.json', import.meta.url), 'utf8'))

mkdirSync(dist, { recursive: true })
for (const [name, css] of minifiedStyles(['styles.css', 'looks.css'])) {
  writeFileSync(new URL(name, dist), ordered(rulesOf(css), order))
  writeFileSync(new URL(`${name}.d.ts`, dist), 'export {}\n')
}
