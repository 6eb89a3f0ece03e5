import type { Label, LabelValues } from './types.js'
import { onceEach } from './writers.js'

const PLACE = /\{([A-Za-z]\w*)\}/

const rules = /* @__PURE__ */ onceEach((language) => new Intl.PluralRules(language))

/** The form of a label for a count; the label itself where it has no forms. `locale` chooses the plural rules. */
function pluralForm(label: Label, count: unknown, locale: string): string {
  if (typeof label === 'string') return label
  const form = typeof count === 'number' ? rules({ locale }).select(count) : 'other'
  return label[form] ?? label.other
}

/**
 * What a label is made of, in turn: words at even indexes, at odd ones values. A place without a value stays as it is, so that
 * a slip is seen.
 *
 * @param count chooses the plural form, by the rules of `language`
 */
export function partsOf<V>(
  label: Label,
  values: Readonly<Record<string, V>>,
  count: unknown,
  language: string,
  writeNumber: (value: number) => string,
): (string | V)[] {
  return pluralForm(label, count, language).split(PLACE).map((part, index) => {
    if (index % 2 === 0) return part
    const value = Object.hasOwn(values, part) ? values[part] : undefined
    return value === undefined ? `{${part}}` : typeof value === 'number' ? writeNumber(value) : value
  })
}

/**
 * A label with its places filled in.
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
  return partsOf(label, values, values['count'], language, writeNumber).join('')
}
