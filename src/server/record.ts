import { type Answer, invalidRequest, Refusal } from './refusals.js'

/** What the store holds of a change. `content` is the hash of all that makes it this one. */
export type ChangeRecord =
  /** In hand: whoever claimed it answers within `leaseMs`, or has died. */
  | { state: 'sent'; content: string; owner: string; leaseMs: number }
  | { state: 'answered'; content: string; status: number; body?: string | undefined }
  /** Answered with a secret, which is never stored. */
  | { state: 'secret'; content: string }

/** @throws Refusal for another request under the same key, and for a record that is damaged. */
export function readRecord(text: string, content: string): ChangeRecord {
  const record = parse(text)
  if (!record) throw lost()
  if (record.content !== content) throw usedOtherwise()
  return record
}

/** The answer to a repeat. */
export function replay(record: ChangeRecord): Answer {
  switch (record.state) {
    case 'answered':
      return { status: record.status, body: record.body }
    case 'secret':
      throw secretShown()
    case 'sent':
      throw lost()
  }
}

export const usedOtherwise = (): Refusal => invalidRequest(409, 'This Idempotency-Key was used for another request.')

export const secretShown = (): Refusal =>
  invalidRequest(409, 'This request already made an API key. Its secret was shown once, and is not kept.')

/** The truth about a request whose instance died, or whose record is damaged. */
export const lost = (): Refusal =>
  new Refusal(504, 'unknown_outcome', 'What became of this request is not known. It may have gone through.')

function parse(text: string): ChangeRecord | undefined {
  try {
    const record: Partial<ChangeRecord> | null = JSON.parse(text)
    if (typeof record?.content !== 'string') return undefined
    const { content } = record
    switch (record.state) {
      case 'sent':
        return { state: 'sent', content, owner: record.owner ?? '', leaseMs: Number(record.leaseMs) }
      case 'answered':
        return isAnswer(record.status, record.body)
          ? { state: 'answered', content, status: record.status, body: record.body }
          : undefined
      case 'secret':
        return { state: 'secret', content }
      default:
        return undefined
    }
  } catch {
    return undefined
  }
}

/** One that can be given: a `Response` of status 99, or of 204 with a body, cannot be made. */
function isAnswer(status: unknown, body: unknown): status is number {
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 200 || status > 599) return false
  return status === 204 ? body === undefined : typeof body === 'string'
}
