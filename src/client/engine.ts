import { createScheduler, readRateHeaders, type Scheduler, systemClock } from '../schedule/index.js'
import { type AudioRoute, createAudioRoute } from './audioRoute.js'
import { browserConnectivity } from './connectivity.js'
import type { Core } from './connection.js'
import type { Setup } from './options.js'
import { createRequest, type Request } from './request.js'
import type { Answer } from './transport.js'

/** All that a call may need: its turn, its repeats, its typed errors. */
export interface Engine {
  request: Request
  scheduler: Scheduler
  audioRoute: AudioRoute
  /** Takes in the answer to a try that was under way when this was made. */
  heard: (past: PastAnswer) => void
}

/** An answer to a try that was made without an engine. */
export interface PastAnswer {
  /** The headers that were sent. */
  sent: Record<string, string>
  answer: Answer
  /** When it came, Unix ms. */
  at: number
}

/** What nouns are made with, where the engine is brought along. */
export function createWhole(setup: Setup): Core {
  const engine = createEngine(setup)
  return { request: engine.request, engine: () => engine, load: () => Promise.resolve(engine) }
}

/** @param underWay the ends of tries that have left: they take a place until then */
export type CreateEngine = (setup: Setup, past?: Iterable<PastAnswer>, underWay?: Iterable<Promise<void>>) => Engine

export const createEngine: CreateEngine = (setup, past = [], underWay = []) => {
  const { endpoint, credentials, maxWait } = setup
  const clock = systemClock
  const scheduler = createScheduler({ clock, maxWait, connectivity: browserConnectivity(endpoint) })
  const audioRoute = createAudioRoute(endpoint, credentials)
  const newsOf = ({ sent, answer, at }: PastAnswer) => {
    audioRoute.sent(sent)
    audioRoute.answered(answer)
    return readRateHeaders(answer.headers, at)
  }
  for (const answer of past) scheduler.takeIn(newsOf(answer))
  for (const end of underWay) void scheduler.run(() => end)
  return {
    request: createRequest({ ...setup, audioRoute, scheduler, clock, random: Math.random }),
    scheduler,
    audioRoute,
    heard: (answer) => scheduler.heard(newsOf(answer)),
  }
}
