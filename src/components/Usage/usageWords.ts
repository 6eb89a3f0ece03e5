import { durationTexts, factTexts } from '../../i18n/en/common.js'
import { errorTexts } from '../../i18n/en/errors.js'
import { usageTexts } from '../../i18n/en/usage.js'
import type { UiWith } from '../../theme/UiContext.js'
import { serviceKey } from './usageGroups.js'

export const texts = { ...usageTexts, ...errorTexts, ...durationTexts, ...factTexts }

export type UsageUi = UiWith<typeof texts>

type ServiceText = Extract<keyof typeof usageTexts, `usage.service-${string}`>

const isKnown = (key: string): key is ServiceText => Object.hasOwn(usageTexts, key)

/** A service in words. One that the catalogue does not know is written as AudioPod calls it, made readable. */
export function serviceText(ui: UsageUi, service: string | undefined): string {
  const key = serviceKey(service)
  if (service === undefined || key === undefined) return ui.t('usage.service-not-reported')
  const text = `usage.service-${key}`
  if (isKnown(text)) return ui.t(text)
  const words = service.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[\s_-]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** `0.4 s`, `23 s`, `1 min 5 s`. */
export function lengthText(ui: UsageUi, length: number): string {
  const seconds = length < 10 ? Math.round(length * 10) / 10 : Math.round(length)
  if (seconds < 60) return ui.t('time.seconds', { seconds })
  return ui.t('time.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })
}
