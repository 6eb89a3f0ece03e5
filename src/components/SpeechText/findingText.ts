import type { directionTexts } from '../../i18n/en/directions.js'
import type { UiWith } from '../../theme/index.js'
import { type DirectionFinding, MAX_BREAK_SECONDS, MAX_BREAKS } from './directions.js'

const MOST_SHOWN = 40

/** What may be wrong with a direction of a text, in a sentence. */
export function findingText(ui: UiWith<typeof directionTexts>, text: string, finding: DirectionFinding): string {
  const { problem, start, end, suggestion = '' } = finding
  const found = text.slice(start, end)
  const what = found.length > MOST_SHOWN ? `${found.slice(0, MOST_SHOWN)}…` : found
  const max = problem === 'breaks' ? MAX_BREAKS : MAX_BREAK_SECONDS
  return ui.t(`direction.${problem}`, { what: isolated(what), suggestion: isolated(`[${suggestion}]`), max })
}

/** In a sentence from right to left, code still reads from left to right. */
const isolated = (code: string) => `\u2066${code}\u2069`
