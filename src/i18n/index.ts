export { format } from './format.js'
export { type LabelKey, type LabelOverrides, type Labels, labelsEn, mergeLabels } from './labels.en.js'
export type { Label, LabelValues, PluralLabel } from './types.js'
