'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { attachAudio, emptyAudio } from './attachAudio.js'
import { type AudioPhase, audioPhase } from './audioPhase.js'
import { lengthOf } from './clock.js'
import { type MediaFailure, mediaFailure, sameFile } from './mediaFailure.js'

export interface UseAudioOptions {
  src: string | undefined
  fallbackSrc?: string | undefined
  /** Told by the account; shown until the audio itself says its length. */
  durationSeconds?: number | undefined
  onExpired?: (() => void | Promise<void>) | undefined
}

export interface UseAudioResult {
  audioRef: RefObject<HTMLAudioElement | null>
  /** What is played: `src`, or `fallbackSrc` once that has failed. */
  source: string | undefined
  phase: AudioPhase
  failure: MediaFailure | undefined
  /** Whole seconds played. */
  seconds: number
  /** In seconds; undefined while nobody knows. */
  length: number | undefined
  /** The same, once the audio itself has said it. */
  measured: number | undefined
  speed: number
  toggle: () => void
  seek: (seconds: number) => void
  setSpeed: (speed: number) => void
  /** After a failure: a fresh link, or the same one again. */
  recover: () => void
  /** For a link that was found to be over elsewhere, at a download. */
  reportExpired: () => void
  /** The exact position in seconds, for drawing between two renders. */
  position: () => number
}

interface Shown {
  phase: AudioPhase
  seconds: number
  length: number | undefined
}

const EVENTS = [
  'loadstart', 'loadedmetadata', 'durationchange', 'canplay', 'play', 'playing', 'pause', 'waiting', 'stalled',
  'suspend', 'seeking', 'seeked', 'timeupdate', 'ended', 'emptied',
] as const

/**
 * Drives one `<audio>` element for as long as the player lives: a new link goes into the same element, since
 * iOS lets only an element that a press has started play again by itself.
 */
export function useAudio({ src: wanted, fallbackSrc, durationSeconds, onExpired }: UseAudioOptions): UseAudioResult {
  const audioRef = useRef<HTMLAudioElement>(null)
  /** The `src` that failed and has given way to the fallback. */
  const [failed, setFailed] = useState<string>()
  const src = failed !== undefined && failed === wanted && fallbackSrc !== undefined ? fallbackSrc : wanted
  const [shown, setShown] = useState<Shown>({ phase: src ? 'loading' : 'empty', seconds: 0, length: undefined })
  const [failure, setFailure] = useState<MediaFailure>()
  const [isRenewing, setRenewing] = useState(false)
  const [speed, setSpeed] = useState(1)
  const link = useRef<string>(undefined)
  /** Survives the reset that a new link means to the element. */
  const kept = useRef({ at: 0, playing: false, resumeAt: 0, renewed: false })

  const signs = useRef({ failure, isRenewing })
  const latest = useRef({ onExpired, speed, fallbackSrc })
  // Before the other effects, which read them.
  useEffect(() => {
    signs.current = { failure, isRenewing }
    latest.current = { onExpired, speed, fallbackSrc }
  })

  const sync = useCallback(() => {
    const audio = audioRef.current
    if (!audio) return
    const phase = audioPhase({
      hasSource: link.current !== undefined,
      ...signs.current,
      paused: audio.paused,
      ended: audio.ended,
      readyState: audio.readyState,
      networkState: audio.networkState,
    })
    if (audio.readyState > 0) kept.current.at = audio.currentTime
    const next = { phase, seconds: Math.floor(kept.current.at), length: lengthOf(audio.duration) }
    setShown((last) =>
      last.phase === next.phase && last.seconds === next.seconds && last.length === next.length ? last : next,
    )
  }, [])

  const position = useCallback(() => {
    const audio = audioRef.current
    return audio && audio.readyState > 0 ? audio.currentTime : kept.current.at
  }, [])

  const start = useCallback(() => {
    kept.current.playing = true
    // Refused where the browser wants a press first, or cut short by a new link: the button then says Play again.
    audioRef.current?.play().catch(() => sync())
  }, [sync])

  const renew = useCallback(async () => {
    const { onExpired } = latest.current
    if (!onExpired) return
    setRenewing(true)
    try {
      await onExpired()
    } catch {
      // Said by the failure below: no fresh link came.
    }
    setFailure('expired')
    setRenewing(false)
  }, [])

  const expire = useCallback(() => {
    const { fallbackSrc } = latest.current
    if (fallbackSrc !== undefined && link.current !== undefined && link.current !== fallbackSrc) {
      setFailed(link.current)
      return
    }
    const first = !kept.current.renewed
    kept.current.renewed = true
    if (first && latest.current.onExpired) void renew()
    else setFailure('expired')
  }, [renew])

  useEffect(() => {
    const audio = audioRef.current
    if (!audio) return
    const onError = async () => {
      const broken = link.current
      if (broken === undefined) return
      const found = await mediaFailure(audio.error?.code, audio.src, {
        fetch: (...request) => fetch(...request),
        onLine: navigator.onLine,
        canPlayType: (type) => audio.canPlayType(type),
      })
      if (found === undefined || link.current !== broken || audioRef.current !== audio) return
      if (found === 'expired') expire()
      else setFailure(found)
    }
    const onMetadata = () => {
      const { resumeAt, playing } = kept.current
      audio.playbackRate = latest.current.speed
      if (resumeAt > 0) audio.currentTime = Math.min(resumeAt, lengthOf(audio.duration) ?? resumeAt)
      kept.current.resumeAt = 0
      if (playing && audio.paused) start()
    }
    const onCanPlay = () => {
      kept.current.renewed = false
    }
    const onStopped = () => {
      kept.current.playing = false
    }
    return attachAudio(audio, [
      ['error', () => void onError()],
      ['loadedmetadata', onMetadata],
      ['canplay', onCanPlay],
      ['pause', onStopped],
      ['ended', onStopped],
      ...EVENTS.map((event) => [event, sync] as const),
    ])
  }, [expire, start, sync])

  useEffect(() => {
    const audio = audioRef.current
    if (!audio || link.current === src) return
    const old = link.current
    const isSame = old !== undefined && src !== undefined && (signs.current.isRenewing || old === failed || sameFile(old, src))
    link.current = src
    kept.current.resumeAt = isSame ? kept.current.at : 0
    if (!isSame) Object.assign(kept.current, { at: 0, playing: false, renewed: false })
    setFailure(undefined)
    setRenewing(false)
    signs.current = { failure: undefined, isRenewing: false }
    if (src === undefined) audio.removeAttribute('src')
    else audio.src = src
    audio.load()
    sync()
  }, [src, failed, sync])

  useEffect(() => {
    const audio = audioRef.current
    return () => {
      emptyAudio(audio)
      link.current = undefined
    }
  }, [])

  useEffect(sync, [sync, failure, isRenewing])

  return {
    audioRef,
    source: src,
    phase: shown.phase,
    failure,
    seconds: shown.seconds,
    length: shown.length ?? lengthOf(durationSeconds),
    measured: shown.length,
    speed,
    toggle: () => {
      const audio = audioRef.current
      if (!audio || link.current === undefined || failure || isRenewing) return
      if (audio.paused) start()
      else audio.pause()
    },
    seek: (seconds) => {
      const audio = audioRef.current
      if (!audio || link.current === undefined) return
      kept.current.at = seconds
      // Before the audio has come there is nothing to move in: the place is kept for then.
      if (audio.readyState > 0) audio.currentTime = seconds
      else kept.current.resumeAt = seconds
      sync()
    },
    setSpeed: (next) => {
      setSpeed(next)
      if (audioRef.current) audioRef.current.playbackRate = next
    },
    recover: () => {
      if (failure === 'expired' && onExpired) {
        void renew()
        return
      }
      kept.current.resumeAt = kept.current.at
      setFailure(undefined)
      audioRef.current?.load()
    },
    reportExpired: expire,
    position,
  }
}
