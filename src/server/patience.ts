/** After a time-out nothing is asked for so long, but by one command at a time, to see whether it is back. */
const REST_MS = 1000
const SLICES = 10

export class StoreTimeout extends Error {
  override readonly name = 'StoreTimeout'
}

export interface Patience {
  /**
   * Waits for an answer, but no longer than the time limit. Once one has timed out, others are refused at once until
   * one is answered again: a store that hangs costs one request a second its wait, and not every one.
   *
   * `act` is given what tells how long it is waited for at least: 0 once nobody waits.
   */
  wait<T>(act: (leftMs: () => number) => Promise<T>): Promise<T>
}

/** Clients of databases queue for ever while there is no connection, each in its way. */
export function createPatience(timeoutMs: number): Patience {
  const slice = timeoutMs / SLICES
  let restUntil = 0
  let isAsking = false

  return {
    async wait(act) {
      const isAway = restUntil > 0
      if (isAway && (isAsking || performance.now() < restUntil)) throw new StoreTimeout('It did not answer lately.')
      if (isAway) isAsking = true
      let slices = SLICES
      const answered = act(() => Math.max(0, slices - 1) * slice).then(
        (value) => {
          restUntil = 0
          return value
        },
        (error: unknown) => {
          // A refusal is an answer. One that comes late may be the client's own, with nobody at the other end.
          if (slices > 0) restUntil = 0
          throw error
        },
      )
      let timer: ReturnType<typeof setTimeout> | undefined
      const timedOut = new Promise<never>((_, reject) => {
        const next = () => {
          // While this process itself is busy, answers lie there unread: such time counts for one slice, however long.
          if (--slices > 0) return (timer = setTimeout(next, slice))
          restUntil = performance.now() + REST_MS
          reject(new StoreTimeout(`It did not answer within ${timeoutMs} ms.`))
        }
        timer = setTimeout(next, slice)
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
