'use client'

import { type AudioHTMLAttributes, type InputHTMLAttributes, type RefObject, useState } from 'react'
import { playerTexts } from '../../i18n/en/player.js'
import { useUi } from '../../theme/index.js'
import { positionText } from './positionText.js'
import { saveAudio } from './saveAudio.js'
import { seekByEvent } from './seek.js'
import { nextSpeed, PLAYBACK_SPEEDS } from './speeds.js'
import { useAudio, type UseAudioOptions, type UseAudioResult } from './useAudio.js'
import { useVolume } from './useVolume.js'

export interface UseAudioPlayerOptions extends UseAudioOptions {
  /** The name of the saved file, with or without its ending. @default 'speech' */
  downloadName?: string | undefined
}

export interface UseAudioPlayerResult extends Omit<UseAudioResult, 'audioRef' | 'reportExpired'> {
  /** For an `<audio>` element that stays on the page as long as the hook does; it shows nothing. */
  audioProps: AudioHTMLAttributes<HTMLAudioElement> & { ref: RefObject<HTMLAudioElement | null> }
  /** For an `<input type="range">`: its range, its words for screen readers, and its keys. */
  sliderProps: InputHTMLAttributes<HTMLInputElement>
  /** There is something to play: the play button does something. */
  isUsable: boolean
  /** It plays, or would where the data had come: the button pauses. */
  isPlaying: boolean
  speeds: readonly number[]
  /** On to the next of `speeds`, round. */
  cycleSpeed: () => void
  /** 0 to 1; 0 where it is muted. */
  volume: number
  /** False where the device alone decides, as on an iPhone. */
  canSetVolume: boolean
  setVolume: (volume: number) => void
  toggleMute: () => void
  /** Saves the audio as a file; where its host does not let the page read it, it opens in a new tab. */
  save: () => Promise<void>
  isSaving: boolean
}

/**
 * What `AudioPlayer` does, without its looks: plays one clip, asks once for a fresh link where the old one has expired and
 * goes on where it was, keeps to the person's speed, pauses when another player of the page begins, and saves the file.
 *
 * @example
 * const { audioProps, sliderProps, toggle, isPlaying } = useAudioPlayer({ src: audioSource, onExpired: refresh })
 * <button onClick={toggle}>{isPlaying ? 'Pause' : 'Play'}</button>
 * <input type="range" aria-label="Position" {...sliderProps} />
 * <audio {...audioProps} />
 */
export function useAudioPlayer({ downloadName, ...options }: UseAudioPlayerOptions): UseAudioPlayerResult {
  const ui = useUi(playerTexts)
  const [isSaving, setSaving] = useState(false)
  const src = options.src || undefined
  const fallbackSrc = options.fallbackSrc || undefined
  const { audioRef, reportExpired, ...audio } = useAudio({ ...options, src, fallbackSrc })
  const { volume, canSet, set, toggleMute } = useVolume(audioRef)
  const { phase, source, seconds, length, position, speed } = audio
  const isUsable = phase !== 'empty' && phase !== 'failed' && phase !== 'renewing'

  return {
    ...audio,
    audioProps: { ref: audioRef, preload: 'metadata' },
    sliderProps: {
      min: 0,
      max: length ?? 0,
      step: 'any',
      value: position(),
      disabled: !isUsable || length === undefined,
      'aria-valuetext': positionText(ui, seconds, length),
      onChange: (event) => audio.seek(Number(event.currentTarget.value)),
      onKeyDown: (event) => seekByEvent(event, audio),
    },
    isUsable,
    isPlaying: phase === 'playing' || phase === 'buffering',
    speeds: PLAYBACK_SPEEDS,
    cycleSpeed: () => audio.setSpeed(nextSpeed(speed)),
    volume,
    canSetVolume: canSet,
    setVolume: set,
    toggleMute,
    isSaving,
    async save() {
      if (!source) return
      setSaving(true)
      const result = await saveAudio(source, downloadName, fallbackSrc)
      setSaving(false)
      if (result === 'expired') reportExpired()
    },
  }
}
