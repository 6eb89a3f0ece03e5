// @ts-check
/**
 * Looks for the order of declarations in which the stylesheets pack best, from that of scripts/styles.order.json on, and
 * writes it there: `node scripts/order-styles.mjs 120` for two minutes. Any order is right; a better one is smaller.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { minifiedStyles, ordered, rulesOf } from './styles.mjs'

const file = new URL('styles.order.json', import.meta.url)
const rules = rulesOf(minifiedStyles(['styles.css', 'looks.css']).get('styles.css') ?? '')
const used = new Set(rules.flatMap((rule) => (typeof rule === 'string' ? [] : rule.map(({ key }) => key))))
/** @type {string[]} */
const known = JSON.parse(readFileSync(file, 'utf8'))
let order = [...new Set([...known.filter((key) => used.has(key)), ...used])]
const size = (/** @type {readonly string[]} */ of) => gzipSync(ordered(rules, of), { level: 9 }).length
let best = size(order)
console.log(`${best} B before`)

const end = Date.now() + Number(process.argv[2] ?? 60) * 1000
const any = () => Math.floor(Math.random() * order.length)
while (Date.now() < end) {
  const next = [...order]
  next.splice(any(), 0, ...next.splice(any(), 1))
  const bytes = size(next)
  if (bytes > best) continue
  best = bytes
  order = next
}
console.log(`${best} B now`)
writeFileSync(file, `${JSON.stringify(order)}\n`)
