import type { ComponentType } from 'react'
import type { DirectionHintProps } from './DirectionHint.js'
import type { DirectionMenuProps } from './DirectionMenu.js'

export interface Directions {
  Menu: ComponentType<DirectionMenuProps>
  Hint: ComponentType<DirectionHintProps>
}

/** The parts that many texts never need. */
export async function loadDirections(): Promise<Directions> {
  const [{ DirectionMenu }, { DirectionHint }] = await Promise.all([import('./DirectionMenu.js'), import('./DirectionHint.js')])
  return { Menu: DirectionMenu, Hint: DirectionHint }
}
