import { apiKeys } from './en/apiKeys.js'
import { common } from './en/common.js'
import { credits } from './en/credits.js'
import { errors } from './en/errors.js'
import { speech } from './en/speech.js'
import type { PluralLabel } from './types.js'

const english = { ...common, ...errors, ...credits, ...apiKeys, ...speech } as const

type English = typeof english

/** The name of a text in the catalogue. */
export type LabelKey = keyof English

/** Every text that the widgets show, by name, in one language. */
export type Labels = {
  readonly [key in LabelKey]: English[key] extends string ? string : PluralLabel
} & {
  /** BCP 47 tag of the language the texts are in: it chooses their plural rules, and how dates within them read. */
  readonly language: string
}

/** Some texts, to replace those of the catalogue; of a plural text, some forms. */
export type LabelOverrides = {
  readonly [key in keyof Labels]?: Labels[key] extends string ? string : string | Partial<PluralLabel>
}

/** The catalogue in English, which is what a widget says unless it is told otherwise. */
export const labelsEn: Labels = { ...english, language: 'en' }

/** The catalogue with some texts replaced. */
export function mergeLabels(base: Labels, overrides: LabelOverrides = {}): Labels {
  const merged: Record<string, unknown> = { ...base }
  for (const [key, value] of Object.entries(overrides)) {
    if (value === undefined) continue
    const known = merged[key]
    merged[key] = typeof value === 'object' && typeof known === 'object' ? { ...known, ...value } : value
  }
  return merged as Labels
}
