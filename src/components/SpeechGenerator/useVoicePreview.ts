'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Voice } from '../../api/index.js'
import { yieldToOthers } from '../AudioPlayer/oneSound.js'

export interface Preview {
  voiceId: string
  state: 'loading' | 'playing' | 'failed'
}

export interface UseVoicePreviewResult {
  /** For an `<audio>` element with `SOUND_ATTRIBUTE`. */
  audioRef: RefObject<HTMLAudioElement | null>
  preview: Preview | undefined
  /** Plays a voice's sample; once more, stops it. */
  toggle: (voice: Voice) => void
  stop: () => void
}

/** One sample at a time, and never one that nobody asked for. */
export function useVoicePreview(): UseVoicePreviewResult {
  const audioRef = useRef<HTMLAudioElement>(null)
  const [preview, setPreview] = useState<Preview>()

  useEffect(() => {
    const audio = audioRef.current
    if (!audio) return
    const to = (state: Preview['state']) => () => setPreview((now) => now && { ...now, state })
    const onPlaying = to('playing')
    const onWaiting = to('loading')
    const onError = to('failed')
    const onEnd = () => setPreview((now) => (now?.state === 'failed' ? now : undefined))
    audio.addEventListener('playing', onPlaying)
    audio.addEventListener('waiting', onWaiting)
    audio.addEventListener('error', onError)
    audio.addEventListener('pause', onEnd)
    audio.addEventListener('ended', onEnd)
    const undo = yieldToOthers(audio)
    return () => {
      undo()
      audio.removeEventListener('playing', onPlaying)
      audio.removeEventListener('waiting', onWaiting)
      audio.removeEventListener('error', onError)
      audio.removeEventListener('pause', onEnd)
      audio.removeEventListener('ended', onEnd)
      audio.pause()
      audio.removeAttribute('src')
      audio.load()
    }
  }, [])

  const stop = useCallback(() => {
    audioRef.current?.pause()
    setPreview(undefined)
  }, [])

  const toggle = useCallback(
    (voice: Voice) => {
      const audio = audioRef.current
      if (!audio || voice.previewUrl === undefined) return
      if (preview?.voiceId === voice.id && preview.state !== 'failed') {
        stop()
        return
      }
      setPreview({ voiceId: voice.id, state: 'loading' })
      audio.src = voice.previewUrl
      audio.play().catch((reason: unknown) => {
        // Cut short by the next sample: that one speaks for itself.
        if (reason instanceof Error && reason.name === 'AbortError') return
        setPreview((now) => (now?.voiceId === voice.id ? { ...now, state: 'failed' } : now))
      })
    },
    [preview, stop],
  )

  return { audioRef, preview, toggle, stop }
}
