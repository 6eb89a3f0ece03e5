// @ts-check
/** Prints the operations table: `npm run docs` writes docs/operations.md. A test holds the two equal. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

/** @typedef {import('../src/api/operations.js').Operation} Operation */
/** @typedef {import('../src/api/fields.js').Field} Field */

const page = fileURLToPath(new URL('../docs/operations.md', import.meta.url))

/**
 * The page, from the table.
 * @param {Readonly<Record<string, Operation>>} operations
 */
export function operationsPage(operations) {
  const rows = Object.entries(operations).map(([name, row]) => {
    const cells = [`\`${name}\``, `${row.method} \`${row.path}\``, `\`${row.permission}\``, repeatOf(row), inputOf(row)]
    return `| ${cells.join(' | ')} |`
  })
  return `# Operations

Printed from \`src/api/operations.ts\` by \`npm run docs\`. The client calls these and the proxy lets these through, by
method and path, and nothing else. Paths are below AudioPod's \`/api/v1\`, and below an app's own endpoint.

| operation | method and path | permission | asked again by itself | takes |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

*After any passing failure*: 429, 5xx, no connection, no answer in time. *Where it did nothing*: 429, or 503 with
\`Retry-After\`; with a key, the request carries an \`Idempotency-Key\`, by which the proxy answers a repeat of the same
wish with the first answer. An optional input ends in \`?\`.
`
}

/** @param {Operation} row */
function repeatOf({ effect, idempotent }) {
  if (effect === 'read') return 'after any passing failure'
  return idempotent ? 'where it did nothing; with a key' : 'where it did nothing'
}

/** @param {Operation} row */
function inputOf({ params = [], query = [], body }) {
  const fields = [...params, ...query, ...(body?.fields ?? [])]
  const names = fields.map((/** @type {Field} */ { name, required }) => `\`${name}${required ? '' : '?'}\``)
  const shape = body?.type === 'form' ? ' (sent as a form)' : ''
  return names.length === 0 ? '' : `${names.join(', ')}${shape}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const source = fileURLToPath(new URL('../src/api/operations.ts', import.meta.url))
  const { module } = await runnerImport(source, { configFile: false })
  writeFileSync(page, operationsPage(/** @type {{ operations: Record<string, Operation> }} */ (module).operations))
  console.log('Wrote docs/operations.md')
}
