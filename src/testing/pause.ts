const MAX_TIMER_MS = 2 ** 31 - 1

/** Resolves after some milliseconds, or when the caller gives up. Sets no timer where there is nothing to wait for. */
export async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (ms <= 0 || signal?.aborted) return
  await new Promise<void>((resolve) => {
    const timer = ms === Infinity ? undefined : setTimeout(done, Math.min(ms, MAX_TIMER_MS))
    function done() {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    signal?.addEventListener('abort', done)
  })
}
