'use client'

import { useEffect, useState } from 'react'
import type { SpeechTimestamps } from '../../api/index.js'
import { decodeTimestamps } from '../../api/decode/timestamps.js'
import { sameFile } from './mediaFailure.js'
import { readBytes } from './readBytes.js'

/** Every character of the longest text that AudioPod speaks, each with its times, and room to spare. */
const MAX_BYTES = 8 * 1024 * 1024

/** Timestamps, or what their address leads to. Undefined until they are there, and where they cannot be had. */
export function useTimestamps(given: SpeechTimestamps | string): SpeechTimestamps | undefined {
  const src = typeof given === 'string' ? given : undefined
  const [read, setRead] = useState<{ src: string; timestamps: SpeechTimestamps }>()
  // A link that was signed again leads to the same times.
  const isRead = src !== undefined && read !== undefined && sameFile(read.src, src)

  useEffect(() => {
    if (src === undefined || isRead) return
    const stop = new AbortController()
    // In a task of its own: an effect that is undone at once, as in StrictMode, asks for nothing.
    const soon = setTimeout(async () => {
      const bytes = await readBytes(src, MAX_BYTES, stop.signal)
      if (!bytes || stop.signal.aborted) return
      try {
        setRead({ src, timestamps: decodeTimestamps(JSON.parse(new TextDecoder().decode(bytes))) })
      } catch {
        // No timestamps: the audio plays without.
      }
    })
    return () => {
      clearTimeout(soon)
      stop.abort()
    }
  }, [src, isRead])

  if (typeof given !== 'string') return given
  return isRead ? read.timestamps : undefined
}
