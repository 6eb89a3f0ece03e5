'use client'

import { type AudioHTMLAttributes, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Voice } from '../../api/index.js'
import { attachAudio, emptyAudio } from '../AudioPlayer/attachAudio.js'

export interface VoicePreview {
  voiceId: string
  state: 'loading' | 'playing' | 'failed'
}

export interface UseVoicePreviewResult {
  /** For an `<audio>` element that stays on the page as long as the hook does; it shows nothing. */
  audioProps: AudioHTMLAttributes<HTMLAudioElement> & { ref: RefObject<HTMLAudioElement | null> }
  preview: VoicePreview | undefined
  /** Plays a voice's sample; once more, stops it. */
  toggle: (voice: Voice) => void
  stop: () => void
}

/**
 * Plays samples of voices: one at a time, silent while a player of the kit sounds, and never one that nobody asked for.
 *
 * @example
 * const { audioProps, preview, toggle } = useVoicePreview()
 * <button onClick={() => toggle(voice)}>{preview?.voiceId === voice.id ? 'Stop' : 'Listen'}</button>
 * <audio {...audioProps} />
 */
export function useVoicePreview(): UseVoicePreviewResult {
  const audioRef = useRef<HTMLAudioElement>(null)
  const [preview, setPreview] = useState<VoicePreview>()

  useEffect(() => {
    const audio = audioRef.current
    if (!audio) return
    const to = (state: VoicePreview['state']) => () => setPreview((now) => now && { ...now, state })
    const onEnd = () => setPreview((now) => (now?.state === 'failed' ? now : undefined))
    const detach = attachAudio(audio, [
      ['playing', to('playing')],
      ['waiting', to('loading')],
      ['error', to('failed')],
      ['pause', onEnd],
      ['ended', onEnd],
    ])
    return () => {
      detach()
      emptyAudio(audio)
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

  return { audioProps: { ref: audioRef, preload: 'none' }, preview, toggle, stop }
}
