import type { SpeechStatus } from '../../react/types.js'

export interface ProgressPoint {
  status: SpeechStatus
  /** 0 to 100, only where the account says it. */
  progress: number | undefined
  elapsedSeconds: number
}

export type ProgressNews = { kind: 'started' } | { kind: 'percent'; percent: number } | { kind: 'still'; seconds: number }

const QUARTER = 25
const EVERY_SECONDS = 30

const isUnderWay = (status: SpeechStatus) => status === 'submitting' || status === 'pending' || status === 'processing'

/**
 * What a screen reader should hear between two looks at a job: its start, then each quarter, or each half
 * minute where nobody reports how far it is. Undefined where there is no news.
 */
export function progressNews(before: ProgressPoint | undefined, now: ProgressPoint): ProgressNews | undefined {
  if (!isUnderWay(now.status)) return undefined
  if (before === undefined || !isUnderWay(before.status)) return { kind: 'started' }
  if (now.progress !== undefined) {
    const quarter = Math.floor(now.progress / QUARTER)
    const last = Math.floor((before.progress ?? 0) / QUARTER)
    return quarter > last && quarter < 100 / QUARTER ? { kind: 'percent', percent: quarter * QUARTER } : undefined
  }
  const turn = Math.floor(now.elapsedSeconds / EVERY_SECONDS)
  return turn > Math.floor(before.elapsedSeconds / EVERY_SECONDS)
    ? { kind: 'still', seconds: turn * EVERY_SECONDS }
    : undefined
}
