import type { Label, LabelValues } from './types.js'

const PLACE = /\{([A-Za-z]\w*)\}/g

const rules = new Map<string, Intl.PluralRules>()

/** Intl's objects are dear, and languages few. */
function rulesOf(language: string): Intl.PluralRules {
  const known = rules.get(language) ?? new Intl.PluralRules(language)
  rules.set(language, known)
  return known
}

/** The form of a label for `values.count`; the label itself where it has no forms. `language` chooses the plural rules. */
export function pluralForm(label: Label, count: unknown, language: string): string {
  if (typeof label === 'string') return label
  const form = typeof count === 'number' ? rulesOf(language).select(count) : 'other'
  return label[form] ?? label.other
}

/** A label as alternating texts and names of places: even indexes are text, odd ones are names. */
export function splitLabel(text: string): string[] {
  return text.split(PLACE)
}

/**
 * A label with its places filled in. A place without a value stays as it is, so that a slip is seen.
 *
 * @example
 * format({ one: '{count} key', other: '{count} keys' }, { count: 2 }) // '2 keys'
 */
export function format(
  label: Label,
  values: LabelValues = {},
  language = 'en',
  writeNumber: (value: number) => string = String,
): string {
  return pluralForm(label, values['count'], language).replace(PLACE, (place, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) return place
    return typeof value === 'number' ? writeNumber(value) : value
  })
}
