'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'

export interface Volume {
  /** 0 to 1; 0 where it is muted. */
  volume: number
  /** False where the device alone decides, as on an iPhone. */
  canSet: boolean
  set: (volume: number) => void
  toggleMute: () => void
}

/** The volume of an `<audio>` element, whoever changes it. */
export function useVolume(audioRef: RefObject<HTMLAudioElement | null>): Volume {
  const [volume, setVolume] = useState(1)
  const [canSet, setCanSet] = useState(true)
  /** What comes back when a slider that was drawn to 0 is unmuted. */
  const heard = useRef(1)

  useEffect(() => {
    const audio = audioRef.current
    if (!audio) return
    const probe = audio.ownerDocument.createElement('audio')
    probe.volume = 0.5
    setCanSet(probe.volume === 0.5)
    const sync = () => setVolume(audio.muted ? 0 : audio.volume)
    sync()
    audio.addEventListener('volumechange', sync)
    return () => audio.removeEventListener('volumechange', sync)
  }, [audioRef])

  return {
    volume,
    canSet,
    set: (next) => {
      const audio = audioRef.current
      if (!audio) return
      if (next > 0) heard.current = next
      audio.volume = next
      audio.muted = false
    },
    toggleMute: () => {
      const audio = audioRef.current
      if (!audio) return
      if (audio.muted || audio.volume === 0) {
        audio.muted = false
        if (audio.volume === 0) audio.volume = heard.current
      } else audio.muted = true
    },
  }
}
