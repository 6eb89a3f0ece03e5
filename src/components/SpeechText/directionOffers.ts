import { SOUNDS } from './directions.js'

export interface DirectionOffer {
  /** Of the label, `direction.<id>`. */
  id: (typeof told)[number][0] | Exclude<(typeof SOUNDS)[number], 'clear throat'> | 'clear-throat'
  /** What stands in the text. */
  written: string
  /** The part within its brackets is an example, to be typed over. */
  isOpen: boolean
}

const told = [
  ['half-second', '<break time="500ms"/>'],
  ['second', '<break time="1s"/>'],
  ['whispering', '[whispering]'],
  ['tense', '[tense]'],
  ['cue', '[…]'],
  ['say', '/ˈwʊstər/'],
] as const

/** What AudioPod's speakers can be told within a text. */
export const directionOffers: readonly DirectionOffer[] = [
  ...told.map(([id, written]) => ({ id, written, isOpen: id === 'cue' || id === 'say' })),
  ...SOUNDS.map((sound) => ({
    id: sound === 'clear throat' ? ('clear-throat' as const) : sound,
    written: `[${sound}]`,
    isOpen: false,
  })),
]

/** A part in brackets stays selected, to be typed over. */
export function openPart({ written, isOpen }: Pick<DirectionOffer, 'written' | 'isOpen'>): { from: number; to: number } | undefined {
  return isOpen ? { from: 1, to: written.length - 1 } : undefined
}
