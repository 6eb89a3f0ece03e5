/** After a time-out nothing is asked for so long, but by one command at a time, to see whether it is back. */
const REST_MS = 1000

export class StoreTimeout extends Error {
  override readonly name = 'StoreTimeout'
}

export interface Patience {
  /**
   * Waits for an answer, but no longer than the time limit. Once one has timed out, others are refused at once until
   * one is answered again: a store that hangs costs one request a second its wait, and not every one.
   *
   * `act` is given what tells that nobody waits any more.
   */
  wait<T>(act: (hasLeft: () => boolean) => Promise<T>): Promise<T>
}

/** Clients of databases queue for ever while there is no connection, each in its way. */
export function createPatience(timeoutMs: number): Patience {
  let restUntil = 0
  let isAsking = false

  return {
    async wait(act) {
      const isAway = restUntil > 0
      if (isAway && (isAsking || performance.now() < restUntil)) throw new StoreTimeout('It did not answer lately.')
      if (isAway) isAsking = true
      let left = false
      const answered = act(() => left).then(
        (value) => {
          restUntil = 0
          return value
        },
        (error: unknown) => {
          // A refusal is an answer. One that comes late may be the client's own, with nobody at the other end.
          if (!left) restUntil = 0
          throw error
        },
      )
      let timer: ReturnType<typeof setTimeout> | undefined
      const timedOut = new Promise<never>((_, reject) => {
        const leave = () => {
          left = true
          restUntil = performance.now() + REST_MS
          reject(new StoreTimeout(`It did not answer within ${timeoutMs} ms.`))
        }
        // Once more round the event loop: where this process itself was busy, the answer is there and only unread.
        timer = setTimeout(() => (timer = setTimeout(leave)), timeoutMs)
      })
      try {
        return await Promise.race([answered, timedOut])
      } finally {
        clearTimeout(timer)
        if (isAway) isAsking = false
      }
    },
  }
}
