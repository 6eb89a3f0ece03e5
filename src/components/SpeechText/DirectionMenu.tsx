'use client'

import type { ReactElement, RefObject } from 'react'
import { directionTexts } from '../../i18n/en/directions.js'
import { speechTexts } from '../../i18n/en/speech.js'
import { useUi } from '../../theme/UiContext.js'
import { Menu } from '../parts/Menu.js'
import { SOUNDS } from './directions.js'
import { insertText } from './insertText.js'

const texts = { ...directionTexts, ...speechTexts }

/** A part in brackets stays selected, to be typed over. */
const offers = [
  ['half-second', '<break time="500ms"/>'],
  ['second', '<break time="1s"/>'],
  ['whispering', '[whispering]'],
  ['tense', '[tense]'],
  ['cue', '[…]'],
  ['say', '/ˈwʊstər/'],
] as const

export interface DirectionMenuProps {
  boxRef: RefObject<HTMLTextAreaElement | null>
}

/** What AudioPod's speakers can be told within a text; a choice is written at the caret. It takes the place of a button that was pressed. */
export function DirectionMenu({ boxRef }: DirectionMenuProps): ReactElement {
  const ui = useUi(texts)
  const item = (id: string, label: string, written: string, isOpen = false) => ({
    id,
    label,
    note: written,
    onSelect: () => {
      if (boxRef.current) insertText(boxRef.current, written, isOpen ? { from: 1, to: written.length - 1 } : undefined)
    },
  })
  return (
    <Menu
      icon="plus"
      label={ui.t('speech.directions')}
      showsLabel
      startsOpen
      items={[
        ...offers.map(([id, written]) => item(id, ui.t(`direction.${id}`), written, id === 'cue' || id === 'say')),
        ...SOUNDS.map((sound) => {
          const id = sound === 'clear throat' ? 'clear-throat' : sound
          return item(id, ui.t(`direction.${id}`), `[${sound}]`)
        }),
      ]}
    />
  )
}
