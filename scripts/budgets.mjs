// @ts-check
/**
 * Writes scripts/budgets.json: for each single import, and each language, a limit a little above what it weighs in dist.
 * A limit that is there is lowered where it can be, and never raised: who raises one does it by hand, with a reason.
 * `npm run build && npm run budgets`
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { listed } from '../.size-limit.mjs'

const file = new URL('budgets.json', import.meta.url)
const program = fileURLToPath(new URL('../node_modules/.bin/size-limit', import.meta.url))

/** @type {Record<string, string>} */
const limits = JSON.parse(readFileSync(file, 'utf8'))

/** @returns {string} also where a limit is passed, which is an exit code */
function weigh() {
  try {
    return execFileSync(program, ['--json'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string') return error.stdout
    throw error
  }
}

/** Up to the next 0.1 KB that leaves room for half a per cent: that much may go with a change of words elsewhere. */
const above = (/** @type {number} */ bytes) => Math.ceil((bytes * 1.005) / 100) / 10

/** @type {{ name: string, size: number }[]} */
const sizes = JSON.parse(weigh())
/** @type {Record<string, string>} */
const written = {}
for (const { name, size } of sizes) {
  if (listed.some((each) => each.name === name)) continue
  const limit = Math.min(above(size), Number.parseFloat(limits[name] ?? 'Infinity'))
  written[name] = `${limit} KB`
}
writeFileSync(file, `${JSON.stringify(written, null, 2)}\n`)
console.log(`${Object.keys(written).length} limits in scripts/budgets.json`)
