export { type Clock, isoTime, systemClock } from './clock.js'
export { type RateNews, readRateHeaders } from './rateLimitHeaders.js'
export type { RateLimit, RateLimitStore } from './rateLimitStore.js'
export { backoff, jitterUp, mayRepeat } from './retryPolicy.js'
export type { Urgency } from './pacing.js'
export {
  type Connectivity,
  createScheduler,
  type Pause,
  type Scheduler,
  type SchedulerOptions,
  type SharedRate,
  type TurnOptions,
} from './scheduler.js'
