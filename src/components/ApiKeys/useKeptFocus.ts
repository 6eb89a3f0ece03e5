'use client'

import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import type { ApiKey } from '../../api/types.js'
import { actionsOf, rowsOf } from './rowFocus.js'

interface KeptFocus {
  onFocus: (event: FocusEvent<HTMLElement>) => void
  onBlur: () => void
}

/**
 * Rows come and go with each answer of the account. Where the one that has the focus goes, the focus goes on to the row
 * that has taken its place, and to `otherwise` where there is none; else a person at the keyboard is back at the page's top.
 */
export function useKeptFocus(
  body: RefObject<HTMLElement | null>,
  rows: readonly ApiKey[],
  otherwise: RefObject<HTMLElement | null>,
): KeptFocus {
  const focused = useRef<{ id: string | undefined; index: number }>(undefined)

  useLayoutEffect(() => {
    if (!focused.current) return
    const { id, index } = focused.current
    const at = rows.findIndex((key) => key.id === id)
    if (at >= 0) {
      focused.current = { id, index: at }
      return
    }
    // An element that is taken out of the page tells nobody that it loses the focus.
    focused.current = undefined
    const row = rowsOf(body.current)[Math.min(index, rows.length - 1)]
    ;(actionsOf(row) ?? otherwise.current)?.focus()
  }, [body, otherwise, rows])

  return {
    onFocus({ target }) {
      const row = target.closest<HTMLElement>('[data-key-id]')
      const id = row?.dataset['keyId']
      focused.current = row ? { id, index: rowsOf(body.current).indexOf(row) } : undefined
    },
    onBlur() {
      focused.current = undefined
    },
  }
}
