export { format } from './format.js'
export { labelsEn } from './labels.en.js'
export { type LabelKey, type LabelOverrides, type Labels, type Texts, withOverrides } from './labels.js'
export type { Label, LabelValues, PluralLabel } from './types.js'
