'use client'

import { useMemo } from 'react'
import { type AudioPodClient, type SpeechJob, speechOf } from '../client/index.js'
import { useSession } from './SessionContext.js'

const NONE: SpeechSources = {}

export interface SpeechSources {
  audioSource?: string | undefined
  timestampsSource?: string | undefined
}

/** The addresses of a job's audio and of its words' times by way of the app's own endpoint, where there is such a way. */
export function useSpeechAudio(job: SpeechJob | undefined): SpeechSources {
  const { session } = useSession()
  // With the job and not at each render: what plays must not be led elsewhere by what is learnt meanwhile.
  return useMemo(() => {
    // A client that another copy of the package made may not know the route.
    const speech: Partial<AudioPodClient['speech']> = speechOf(session.connection)
    return job ? { audioSource: speech.audioSource?.(job), timestampsSource: speech.timestampsSource?.(job) } : NONE
  }, [session, job])
}
