import type { AnyOperation } from '../api/index.js'
import { bareError, TimeoutError } from '../errors/index.js'
import type { Connection } from './connection.js'
import { clientDefaults } from './options.js'
import { NoAnswer, within } from './transport.js'
import type { AudioPodClient, SpeechJob } from './types.js'

type Speech = AudioPodClient['speech']

export interface SpeechSources {
  audioSource?: string | undefined
  timestampsSource?: string | undefined
}

/** Between two tries to fetch what follows jobs, in ms. */
const PAUSE = 5000
const DEADLINE = 600_000

const READ = { name: 'speech.get', effect: 'read' } as const

type SpeechOf = (connection: Connection) => Speech

/** A file that is fetched once. */
export interface SpeechPart {
  current: () => SpeechOf | undefined
  load: () => Promise<SpeechOf>
}

export function speechPart(fetch: () => Promise<{ speechOf: SpeechOf }>): SpeechPart {
  let speechOf: SpeechOf | undefined
  return {
    current: () => speechOf,
    load: async () => (speechOf ??= (await fetch()).speechOf),
  }
}

/** What starts, reads and follows jobs. Nobody needs it before a press, or a job from an earlier page. */
const ownPart = speechPart(() => import('./nouns/speech.js'))

export const loadSpeech = ownPart.load

/** Where the browser has nothing else to do; where this fails, it is tried again at the press. */
export function prefetchSpeech(): void {
  globalThis.requestIdleCallback?.(() => void loadSpeech().catch(() => {}))
}

/**
 * Speech whose code is fetched when it is first used. Where that cannot be had, what was asked for fails with the typed error of
 * a network that has gone, and nothing was sent; a job that was paid for is waited for all the same, until its deadline.
 */
export function lateSpeechOf(connection: Connection, part = ownPart): Pick<Speech, 'create' | 'get' | 'wait'> {
  const there = () => connection.client?.speech ?? part.current()?.(connection)

  function fetchSpeech(signal: AbortSignal | undefined) {
    return within(clientDefaults.timeout, signal, async () => (await part.load())(connection))
  }

  async function had(operation: Pick<AnyOperation, 'name' | 'effect'>, signal: AbortSignal | undefined): Promise<Speech> {
    const speech = await fetchSpeech(signal)
    if (speech instanceof NoAnswer) throw bareError(operation, speech)
    return speech
  }

  return {
    async create(input, call) {
      // As it stands at the press.
      const wanted = { ...input }
      const speech = there() ?? (await had({ name: 'speech.create', effect: 'change' }, call?.signal))
      return speech.create(wanted, call)
    },
    async get(jobId, call) {
      const speech = there() ?? (await had(READ, call?.signal))
      return speech.get(jobId, call)
    },
    async wait(job, call = {}) {
      const { signal, deadline = DEADLINE } = call
      const end = Date.now() + deadline
      for (;;) {
        const speech = there() ?? (await fetchSpeech(signal))
        if (!(speech instanceof NoAnswer)) return speech.wait(job, call)
        if (speech.failure === 'aborted') throw bareError(READ, speech)
        if (Date.now() >= end) {
          const jobId = String(typeof job === 'object' ? job.id : job)
          throw new TimeoutError(`Job ${jobId}: timeout. Ask for it again.`, { jobId })
        }
        await within(PAUSE, signal, () => new Promise(() => {}))
      }
    },
  }
}

/** The addresses of a job's files by way of the app's own endpoint, where there is such a way. */
export function speechSources({ client, core }: Connection, job: SpeechJob): SpeechSources {
  if (client) {
    // One that another copy of the package made may not know the route.
    const speech: Partial<Speech> = client.speech
    return { audioSource: speech.audioSource?.(job), timestampsSource: speech.timestampsSource?.(job) }
  }
  const route = core?.engine()?.audioRoute
  return {
    audioSource: route ? route.sourceOf(job) : job.audioUrl,
    timestampsSource: route ? route.timestampsOf(job) : job.timestampsUrl,
  }
}
