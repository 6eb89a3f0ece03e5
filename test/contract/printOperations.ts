import { type Field, type Kind, type Operation, operations } from '../../src/api/index.js'

/** docs/operations.md, from the table itself. */
export function printOperations(): string {
  const rows: [string, Operation][] = Object.entries(operations)
  return `${[
    '# Operations',
    '',
    'Every AudioPod operation that this kit knows: the client calls what stands here, and the proxy lets through what',
    'stands here and nothing else. Paths are below `/api/v1` at AudioPod, and below `endpoint` at the app.',
    '',
    'This page is printed from `src/api/operations.ts`; `npx vitest run --project node test/contract -u` prints it anew.',
    '',
    '| Operation | Method and path | Permission | Sent again |',
    '| --- | --- | --- | --- |',
    ...rows.map(
      ([name, row]) => `| [\`${name}\`](#${anchor(name)}) | ${row.method} \`${row.path}\` | \`${row.permission}\` | ${again(row)} |`,
    ),
    ...rows.flatMap(([name, row]) => ['', `## \`${name}\``, '', ...describeRow(row)]),
  ].join('\n')}\n`
}

const anchor = (name: string) => name.toLowerCase().replaceAll('.', '')

const again = ({ effect }: Operation) =>
  effect === 'read' ? 'after 429, 5xx, no answer' : 'after 429, or 503 with `Retry-After`'

function describeRow(row: Operation): string[] {
  const fields: [string, Field][] = [
    ...(row.params ?? []).map((field): [string, Field] => ['path', field]),
    ...(row.query ?? []).map((field): [string, Field] => ['query', field]),
    ...(row.body?.fields ?? []).map((field): [string, Field] => [row.body?.type ?? '', field]),
  ]
  const notes = [
    row.idempotent && 'Carries an `Idempotency-Key`.',
    row.secret && 'Its answer holds a secret, which passes once and is never stored.',
  ].filter((note) => typeof note === 'string')
  const first = [`${row.method} \`${row.path}\`, for \`${row.permission}\`.`, ...notes].join(' ')
  if (fields.length === 0) return [first, '', 'Takes nothing.']
  return [
    first,
    '',
    '| Name | On the wire | In | May be |',
    '| --- | --- | --- | --- |',
    ...fields.map(([place, field]) => {
      const wire = field.within ? `${field.within}.${field.wire}` : field.wire
      return `| \`${field.name}\`${field.required ? ', required' : ''} | \`${wire}\` | ${place} | ${describeKind(field.kind)} |`
    }),
  ]
}

function describeKind(kind: Kind): string {
  switch (kind.type) {
    case 'text':
      return `${kind.min} to ${kind.max} characters${kind.notBlank ? ', not only spaces' : ''}`
    case 'number':
    case 'integer':
      return `${kind.type === 'integer' ? 'whole, ' : ''}${kind.min} to ${kind.max}`
    case 'boolean':
      return 'true or false'
    case 'oneOf':
      return kind.values.map((value) => `\`${value}\``).join(', ')
    case 'id':
      return 'an id: letters, digits, `_`, `-`, single dots between them'
    case 'pattern':
      return `matches \`${kind.pattern.source.replaceAll('|', '\\|')}\``
    case 'texts':
      return `at most ${kind.maxItems} texts of at most ${kind.maxLength} characters`
  }
}
