import type { English } from './labels.en.js'
import type { Label, PluralLabel } from './types.js'

/** A part of the catalogue in another language than English: the same texts, with the plural forms that it needs. */
export type Translation<English> = { readonly [key in keyof English]: English[key] extends string ? string : PluralLabel }

/** The name of a text in the catalogue. */
export type LabelKey = keyof English

/** Every text that the widgets show, by name, in one language. */
export type Labels = Translation<English> & {
  /** BCP 47 tag of the language the texts are in: it chooses their plural rules, and how dates within them read. */
  readonly language: string
}

/** Some texts, to replace those of the catalogue; of a plural text, some forms. */
export type LabelOverrides = {
  readonly [key in keyof Labels]?: Labels[key] extends string ? string : string | Partial<PluralLabel>
}

/** A part of the catalogue: what one widget says. */
export type Texts = { readonly [key in LabelKey]?: Label }

/** A part of the catalogue, with some texts replaced. */
export function withOverrides<T extends Texts>(texts: T, overrides: LabelOverrides = {}): T {
  const merged: Record<string, unknown> = { ...texts }
  for (const [key, value] of Object.entries(overrides)) {
    const known = merged[key]
    if (value === undefined || known === undefined) continue
    merged[key] = typeof value === 'object' && typeof known === 'object' ? { ...known, ...value } : value
  }
  return merged as T
}
