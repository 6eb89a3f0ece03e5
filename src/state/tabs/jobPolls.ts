import { isOver } from '../../client/index.js'
import type { AudioPodClient, SpeechJob } from '../../client/types.js'
import { InvalidResponseError, isAudioPodError } from '../../errors/index.js'
import type { JobOutcome } from './jobOutcome.js'

/** The jobs that this tab asks the account for, each once, whoever waits for it. */
export interface JobPolls {
  /** Does nothing for a job that is asked for already. */
  begin: (job: SpeechJob, deadline?: number) => void
  end: (id: string) => void
  endAll: () => void
  ids: () => string[]
}

/** `tell` hears of each answer, and of the end, well or badly; not after a poll was ended from here. */
export function createJobPolls(
  wait: AudioPodClient['speech']['wait'],
  tell: (id: string, outcome: JobOutcome) => void,
): JobPolls {
  const controllers = new Map<string, AbortController>()

  return {
    begin(job, deadline) {
      const { id } = job
      if (controllers.has(id)) return
      const controller = new AbortController()
      controllers.set(id, controller)
      const { signal } = controller
      let last = job
      const end = (outcome: JobOutcome) => {
        if (signal.aborted) return
        controllers.delete(id)
        tell(id, outcome)
      }
      wait(job, {
        signal,
        deadline,
        onProgress(news) {
          last = news
          if (!signal.aborted && !isOver(news)) tell(id, news)
        },
      }).then(end, (thrown: unknown) => {
        const error = isAudioPodError(thrown) ? thrown : new InvalidResponseError('Something unexpected was thrown.')
        if (error.code === 'job_failed') end({ ...last, status: 'failed', error })
        else if (error.code === 'aborted') end({ ...last, status: 'cancelled' })
        else end(error)
      })
    },
    end(id) {
      controllers.get(id)?.abort()
      controllers.delete(id)
    },
    endAll() {
      for (const controller of controllers.values()) controller.abort()
      controllers.clear()
    },
    ids: () => [...controllers.keys()],
  }
}
