/** A text that depends on a number, `count`: one form for each of the language's plural categories. */
export type PluralLabel = { readonly [form in Exclude<Intl.LDMLPluralRule, 'other'>]?: string } & { readonly other: string }

/** A text of the catalogue. `{name}` stands for a value that is filled in. */
export type Label = string | PluralLabel

/** What `{name}` is filled with. A number is written in the reader's locale. */
export type LabelValues = Readonly<Record<string, string | number>>
