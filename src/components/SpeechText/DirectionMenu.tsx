'use client'

import type { ReactElement, RefObject } from 'react'
import { directionTexts } from '../../i18n/en/directions.js'
import { speechTexts } from '../../i18n/en/speech.js'
import { useUi } from '../../theme/UiContext.js'
import { Menu } from '../parts/Menu.js'
import { plusIcon } from '../parts/icons.js'
import { directionOffers, openPart } from './directionOffers.js'
import { insertText } from './insertText.js'

const texts = { ...directionTexts, ...speechTexts }

export interface DirectionMenuProps {
  boxRef: RefObject<HTMLTextAreaElement | null>
}

/** What AudioPod's speakers can be told within a text; a choice is written at the caret. It takes the place of a button that was pressed. */
export function DirectionMenu({ boxRef }: DirectionMenuProps): ReactElement {
  const ui = useUi(texts)
  return (
    <Menu
      icon={plusIcon}
      label={ui.t('speech.directions')}
      showsLabel
      startsOpen
      items={directionOffers.map((offer) => ({
        id: offer.id,
        label: ui.t(`direction.${offer.id}`),
        note: offer.written,
        onSelect: () => {
          if (boxRef.current) insertText(boxRef.current, offer.written, openPart(offer))
        },
      }))}
    />
  )
}
