import type { SpeechTimestamps, TimedText } from '../types.js'
import { expectList, isObject, number, own, pick, word } from './read.js'

/** The file that `timestamps_url` leads to. Tokens without a text or a time are left out; the others are put in order. */
export function decodeTimestamps(body: unknown): SpeechTimestamps {
  const { items, envelope } = expectList(body, 'timestamps', ['tokens', 'words', 'characters', 'timestamps'])
  const type = word(own(envelope, 'type') ?? own(envelope, 'timestamp_type'))
  const tokens = items.flatMap((item) => timedText(item) ?? [])
  return {
    type: type?.startsWith('char') ? 'character' : 'word',
    tokens: tokens.sort((a, b) => a.start - b.start || a.end - b.end),
  }
}

function timedText(item: unknown): TimedText | undefined {
  if (!isObject(item)) return undefined
  const said = pick(item, ['text', 'word', 'character', 'char', 'token'], (value) => (typeof value === 'string' ? value : undefined))
  const start = pick(item, ['start', 'start_time', 'start_seconds'], number)
  const end = pick(item, ['end', 'end_time', 'end_seconds'], number) ?? start
  if (!said || start === undefined || end === undefined || start < 0) return undefined
  return { text: said, start, end: Math.max(start, end) }
}
