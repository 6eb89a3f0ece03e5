'use client'

import { type ReactElement, useEffect, useRef, useState } from 'react'
import { sameFile } from './mediaFailure.js'
import { barsOf, decodePeaks } from './peaks.js'
import { readBytes } from './readBytes.js'
import { MAX_WAVE_BYTES } from './waveSource.js'

const HEIGHT = 40
const BAR = 3
const STEP = 5

export interface WaveformProps {
  src: string
}

/**
 * The clip's loudness behind the slider: a picture, and no control. The clip is read once it is in view; where that
 * or its decoding fails, nothing is drawn and the slider stays as it is. Fetched when needed: import it from nowhere
 * but `AudioPlayer`.
 */
export function Waveform({ src }: WaveformProps): ReactElement {
  const rootRef = useRef<HTMLSpanElement>(null)
  const [drawn, setDrawn] = useState<{ src: string; peaks: readonly number[] }>()
  const [width, setWidth] = useState(0)
  // A link that was signed again is the same clip.
  const isDrawn = drawn !== undefined && sameFile(drawn.src, src)
  const peaks = isDrawn ? drawn.peaks : undefined

  useEffect(() => {
    const root = rootRef.current
    if (!root || isDrawn) return
    const stop = new AbortController()
    const view = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return
      view.disconnect()
      readBytes(src, MAX_WAVE_BYTES, stop.signal)
        .then((bytes) => bytes && decodePeaks(bytes))
        .then(
          (found) => found && !stop.signal.aborted && setDrawn({ src, peaks: found }),
          () => {},
        )
    })
    view.observe(root)
    return () => {
      view.disconnect()
      stop.abort()
    }
  }, [src, isDrawn])

  useEffect(() => {
    const root = rootRef.current
    if (!root || peaks === undefined) return
    const size = new ResizeObserver(() => setWidth(root.clientWidth))
    size.observe(root)
    return () => size.disconnect()
  }, [peaks])

  const count = Math.floor((width + STEP - BAR) / STEP)
  const path = peaks && count > 0 ? barsOf(peaks, count).map(bar).join('') : undefined
  const picture = path !== undefined && (
    <>
      {['ahead', 'played'].map((part) => (
        <svg key={part} data-part={part} viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none">
          <path d={path} />
        </svg>
      ))}
    </>
  )
  return (
    <span ref={rootRef} className="audiopod-wave" aria-hidden="true" data-drawn={path === undefined ? undefined : ''}>
      {picture}
    </span>
  )
}

/** Silence is a dot. */
function bar(loudness: number, index: number): string {
  const length = loudness * (HEIGHT - 2 * BAR)
  return `M${index * STEP + BAR / 2} ${((HEIGHT - length) / 2).toFixed(1)}v${Math.max(length, 0.1).toFixed(1)}`
}
