import type { RateLimit, RateLimitStore } from '../../schedule/index.js'
import type { Connection, Core } from '../connection.js'

const nothing: RateLimit = {}

export function rateLimitOf(connection: Connection): RateLimitStore {
  return connection.noun('rateLimit', (core) => core.engine()?.scheduler.rateLimit ?? createLateRateLimit(core))
}

/** Who looks at the limit makes its keeper be fetched; nothing is known of it until that has come. */
function createLateRateLimit({ engine, load }: Core): RateLimitStore {
  return {
    getSnapshot: () => engine()?.scheduler.rateLimit.getSnapshot() ?? nothing,
    subscribe(listener) {
      let leave: (() => void) | undefined
      let hasLeft = false
      void load().then(
        ({ scheduler: { rateLimit } }) => {
          if (hasLeft) return
          leave = rateLimit.subscribe(listener)
          listener()
        },
        // Without it nothing is known.
        () => {},
      )
      return () => {
        hasLeft = true
        leave?.()
      }
    },
  }
}
