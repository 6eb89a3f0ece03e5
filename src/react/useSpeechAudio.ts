'use client'

import { useMemo } from 'react'
import { type AudioPodClient, type SpeechJob, speechOf } from '../client/index.js'
import { useSession } from './SessionContext.js'

/** The address of a job's audio by way of the app's own endpoint, where there is such a way. */
export function useSpeechAudio(job: SpeechJob | undefined): string | undefined {
  const { session } = useSession()
  // With the job and not at each render: what plays must not be led elsewhere by what is learnt meanwhile.
  return useMemo(() => {
    // A client that another copy of the package made may not know the route.
    const speech: Partial<AudioPodClient['speech']> = speechOf(session.connection)
    return job && speech.audioSource?.(job)
  }, [session, job])
}
