'use client'

import { useState } from 'react'
import type { TopUpLimits } from '../../api/types.js'
import { useUi } from '../../theme/UiContext.js'
import { isWithin, parseAmount, presetsWithin, type Range, rangeOf } from './amounts.js'

export interface Amount {
  range: Range
  presets: readonly number[]
  /** The preset that is chosen, in cents, or an own amount. */
  choice: number | 'own'
  choose: (choice: number | 'own') => void
  typed: string
  type: (text: string) => void
  /** What would be paid; undefined where an own amount is none, or not allowed. */
  cents: number | undefined
}

/** The amount that a person has put together. It stays while a checkout is open. */
export function useAmount(limits: TopUpLimits | undefined, amounts: readonly number[] | undefined): Amount {
  const { locale } = useUi()
  const [chosen, choose] = useState<number | 'own'>()
  const [typed, type] = useState('')
  const range = rangeOf(limits ?? {})
  const presets = presetsWithin(range, amounts)
  const isThere = chosen === 'own' || (chosen !== undefined && presets.includes(chosen))
  // The second: the least is seldom enough.
  const choice = isThere ? chosen : (presets[1] ?? presets[0] ?? 'own')
  const own = parseAmount(typed, locale)
  const cents = choice === 'own' ? (own !== undefined && isWithin(own, range) ? own : undefined) : choice
  return { range, presets, choice, choose, typed, type, cents }
}
