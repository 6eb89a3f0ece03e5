// @ts-check
/** @typedef {Record<string, string | number>} Row */

/**
 * Prints a table for people, or for run.mjs the rows as JSON.
 *
 * @param {string} title
 * @param {Row[]} rows
 */
export function print(title, rows) {
  if (process.argv.includes('--json')) console.log(JSON.stringify({ title, rows }))
  else console.log(`${title}\n\n${tableOf(rows)}\n`)
}

/**
 * @param {Row[]} rows
 * @returns {string} in Markdown
 */
export function tableOf(rows) {
  const names = Object.keys(rows[0] ?? {})
  const cells = [names, ...rows.map((row) => names.map((name) => String(row[name] ?? '')))]
  const widths = names.map((_, i) => Math.max(...cells.map((line) => line[i]?.length ?? 0)))
  const lineOf = (/** @type {string[]} */ line) =>
    `| ${line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`
  const [head = [], ...body] = cells
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [lineOf(head), rule, ...body.map(lineOf)].join('\n')
}
