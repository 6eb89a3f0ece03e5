import type { durationTexts } from '../../i18n/en/common.js'
import type { UiWith } from '../../theme/index.js'

/** `14 s`, `2 min 5 s`. */
export function elapsedText(ui: UiWith<typeof durationTexts>, seconds: number): string {
  return seconds < 60
    ? ui.t('time.seconds', { seconds })
    : ui.t('time.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })
}

/** Whole seconds between a start and now; 0 where one of them is not known, or the clock was set back. */
export function secondsSince(startedAt: string | undefined, now: number | undefined): number {
  const start = startedAt === undefined ? Number.NaN : Date.parse(startedAt)
  if (Number.isNaN(start) || now === undefined) return 0
  return Math.max(0, Math.floor((now - start) / 1000))
}
