import { type Field, type Operation, type OperationName, operations } from '../api/index.js'

/** Names that AudioPod uses for an input in its errors alone. */
const ALIASES: Readonly<Record<string, string>> = { voice: 'voiceId', voice_name: 'voiceId', text: 'text' }

/** The caller's name of a wire field of an operation (`input_text` is `text`); an unknown one as it came. */
export function callerName(wire: string, operation?: OperationName): string {
  const known = (row: Operation) => fieldsOf(row).find((field) => field.wire === wire)?.name
  if (operation) {
    const name = known(operations[operation])
    if (name !== undefined) return name
  } else {
    for (const row of Object.values(operations)) {
      const name = known(row)
      if (name !== undefined) return name
    }
  }
  return Object.hasOwn(ALIASES, wire) ? (ALIASES[wire] as string) : wire
}

function fieldsOf(row: Operation): readonly Field[] {
  return [...(row.params ?? []), ...(row.query ?? []), ...(row.body?.fields ?? [])]
}
