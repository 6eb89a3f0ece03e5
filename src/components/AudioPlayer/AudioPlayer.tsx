'use client'

import { type ReactElement, useEffect, useRef } from 'react'
import type { SpeechTimestamps } from '../../api/index.js'
import { AudioPlayerView } from './AudioPlayerView.js'
import { FailureNotice } from './FailureNotice.js'
import { lazyPart } from './lazyPart.js'
import { useAudioPlayer } from './useAudioPlayer.js'
import { canDraw, type WaveformOption } from './waveSource.js'

const Waveform = lazyPart(() => import('./Waveform.js').then((module) => module.Waveform))
const Captions = lazyPart(() => import('./Captions.js').then((module) => module.Captions))

/**
 * Plays one piece of audio: play and pause, a slider over the clip's waveform, the speed, the volume, the words as they
 * are spoken, and the file to keep. It never starts by itself, and only one player of a page sounds at a time.
 *
 * AudioPod's audio links are signed and short-lived. When one has expired the player asks once, through
 * `onExpired`, for a fresh `src`, and goes on where it was.
 *
 * @example
 * const { audioSource, audioUrl, timestampsSource, refresh, request } = useGenerateSpeech()
 * <AudioPlayer src={audioSource} fallbackSrc={audioUrl} title="Chapter 1" onExpired={refresh}
 *   timestamps={timestampsSource} text={request?.text} />
 */
export function AudioPlayer(props: AudioPlayerProps): ReactElement {
  const { src, fallbackSrc, title, durationSeconds, onExpired, downloadName, className } = props
  const { waveform = true, timestamps, text } = props
  const sliderRef = useRef<HTMLSpanElement>(null)
  const inputRef = useRef<HTMLInputElement>(null)
  const player = useAudioPlayer({ src, fallbackSrc, durationSeconds, onExpired, downloadName: downloadName ?? title })
  const { source, phase, failure, seconds, length, measured, speed, position } = player

  // The slider moves with every frame, which is no business of React's.
  useEffect(() => {
    const draw = () => {
      const at = length ? Math.min(position() / length, 1) : 0
      sliderRef.current?.style.setProperty('--audiopod-slider-at', String(at))
      if (inputRef.current) inputRef.current.value = String(position())
    }
    draw()
    if (phase !== 'playing') return
    let frame = requestAnimationFrame(function next() {
      draw()
      frame = requestAnimationFrame(next)
    })
    return () => cancelAnimationFrame(frame)
  }, [phase, length, position, seconds])

  return (
    <AudioPlayerView
      phase={phase}
      title={title}
      seconds={seconds}
      length={length}
      speed={speed}
      isSaving={player.isSaving}
      onToggle={player.toggle}
      onSeek={player.seek}
      onCycleSpeed={player.cycleSpeed}
      onSave={() => void player.save()}
      position={position}
      sliderRef={sliderRef}
      inputRef={inputRef}
      className={className}
      volume={{ volume: player.volume, canSet: player.canSetVolume, set: player.setVolume, toggleMute: player.toggleMute }}
      waveform={source !== undefined && canDraw(waveform, source, measured) && <Waveform src={source} />}
      captions={
        timestamps && (
          <Captions
            timestamps={timestamps}
            text={text}
            isPlaying={phase === 'playing'}
            seconds={seconds}
            position={position}
            onSeek={player.seek}
          />
        )
      }
      notice={
        phase === 'failed' &&
        failure && <FailureNotice failure={failure} canRenew={onExpired !== undefined} onRecover={player.recover} />
      }
    >
      {/* A browser shows no <track> of an <audio>; the words stand in Captions. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <audio {...player.audioProps} />
    </AudioPlayerView>
  )
}

export interface AudioPlayerProps {
  /** The audio's address. Undefined shows an empty player. */
  src?: string | undefined
  /** Tried once, at the same place, where `src` fails: AudioPod's own link behind a route of the app's. */
  fallbackSrc?: string | undefined
  /** Names the player, and the file where `downloadName` does not. */
  title?: string | undefined
  /** Seconds, as the account says; shown until the audio itself has said. */
  durationSeconds?: number | undefined
  /** Asked once when the link has expired, and again by a press: give the player a fresh `src`. */
  onExpired?: (() => void | Promise<void>) | undefined
  /** Name of the saved file, with or without its ending. @default the title, else `speech` */
  downloadName?: string | undefined
  /**
   * Draws the clip behind the slider. Its bytes are read once more for that, up to 12 MiB and ten minutes, and only from the
   * page's own origin (the proxy's audio route); `'cross-origin'` reads them from hosts that allow it (CORS) as well.
   * @default true
   */
  waveform?: WaveformOption | undefined
  /** When each word is heard, or the address that says so (`timestampsSource`): the text follows the sound. */
  timestamps?: SpeechTimestamps | string | undefined
  /** The text as it was written, for `timestamps`, whose tokens may lack its marks and lines. */
  text?: string | undefined
  className?: string | undefined
}
