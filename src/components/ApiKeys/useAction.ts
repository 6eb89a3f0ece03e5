'use client'

import { useRef, useState } from 'react'
import { type AudioPodError, isAudioPodError } from '../../errors/errors.js'

export interface Action {
  busy: boolean
  /** Why the last try failed; gone when the next one starts. */
  error: AudioPodError | undefined
  /** Runs it; presses while it runs do nothing. */
  run: (work: () => Promise<void>) => void
}

/** One thing that a dialog does: once at a time, with what came of it. */
export function useAction(): Action {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  // State is a render late for a second Enter.
  const isRunning = useRef(false)

  const run = (work: () => Promise<void>) => {
    if (isRunning.current) return
    isRunning.current = true
    setBusy(true)
    setFailure(undefined)
    void work()
      .catch(setFailure)
      .finally(() => {
        isRunning.current = false
        setBusy(false)
      })
  }
  // What is no failure of AudioPod's is a slip in the page's code, and its error boundary's to show.
  if (failure !== undefined && !isAudioPodError(failure)) throw failure
  return { busy, error: failure, run }
}
