'use client'

import { type ComponentType, useEffect, useRef, useState } from 'react'
import type { ApiKeysDialogsProps } from './ApiKeysDialogs.js'

type Dialogs = ComponentType<ApiKeysDialogsProps>

let loaded: Dialogs | undefined

async function fetchDialogs(): Promise<Dialogs> {
  loaded ??= (await import('./ApiKeysDialogs.js')).ApiKeysDialogs
  return loaded
}

/**
 * The dialogs, which most visits never need: fetched when somebody first reaches for the widget (`load`), at the latest when
 * one is wanted. `onFailed` is told where one is wanted and cannot be had: the network, or a new release, took the file away.
 */
export function useDialogs(isWanted: boolean, onFailed: () => void): [Dialogs | undefined, load: () => void] {
  const [Dialogs, setDialogs] = useState(() => loaded)
  const failed = useRef(onFailed)
  useEffect(() => {
    failed.current = onFailed
  })
  useEffect(() => {
    if (!isWanted || Dialogs) return
    fetchDialogs().then(
      (fetched) => setDialogs(() => fetched),
      () => failed.current(),
    )
  }, [isWanted, Dialogs])
  return [Dialogs, prefetch]
}

function prefetch(): void {
  fetchDialogs().catch(() => undefined)
}
