import type { Operation } from '../api/index.js'

/** Names that AudioPod uses for an input in its errors alone. */
const ALIASES: Readonly<Record<string, string>> = { voice: 'voiceId', voice_name: 'voiceId', text: 'text' }

/** The caller's name of a wire field of an operation (`input_text` is `text`); an unknown one as it came. */
export function callerName(wire: string, { params = [], query = [], body }: Operation): string {
  const known = [...params, ...query, ...(body?.fields ?? [])].find((field) => field.wire === wire)?.name
  return known ?? (Object.hasOwn(ALIASES, wire) ? (ALIASES[wire] as string) : wire)
}
