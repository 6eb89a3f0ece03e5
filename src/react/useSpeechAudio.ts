'use client'

import { useMemo } from 'react'
import { type SpeechJob, type SpeechSources, speechSources } from '../client/index.js'
import { useSession } from './SessionContext.js'

const NONE: SpeechSources = {}

/** The addresses of a job's audio and of its words' times by way of the app's own endpoint, where there is such a way. */
export function useSpeechAudio(job: SpeechJob | undefined): SpeechSources {
  const { session } = useSession()
  // With the job and not at each render: what plays must not be led elsewhere by what is learnt meanwhile.
  return useMemo(() => (job ? speechSources(session.connection, job) : NONE), [session, job])
}
