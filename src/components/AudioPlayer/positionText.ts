import type { playerTexts } from '../../i18n/en/player.js'
import type { UiWith } from '../../theme/index.js'

/** Where a clip is, in words: “7 seconds of 21 seconds”. */
export function positionText(ui: UiWith<typeof playerTexts>, seconds: number, length: number | undefined): string {
  const at = spoken(ui, seconds)
  return length === undefined ? at : ui.t('player.position', { at, length: spoken(ui, length) })
}

/** A length of time in words. */
function spoken(ui: UiWith<typeof playerTexts>, seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.floor(seconds % 60)]
  const words = ui.t('player.seconds', { count: rest })
  if (minutes === 0) return words
  const whole = ui.t('player.minutes', { count: minutes })
  return rest === 0 ? whole : ui.t('player.minutes-seconds', { minutes: whole, seconds: words })
}
