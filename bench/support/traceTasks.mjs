/**
 * Begins to trace a page's main thread; what is given back ends it, and gives its tasks since a module of the page was first
 * evaluated (or since now, if none is): how long each lasted by the clock, how long the thread was `busy` with it, and
 * with scripts in it, in ms. Busy time leaves out what else the machine does meanwhile, which the browser's own
 * `longtask` entries count.
 *
 * @param {import('playwright-core').CDPSession} session
 */
export async function traceTasks(session) {
  const events = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  const traceConfig = { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'], excludedCategories: ['*'] }
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig })
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
    await session.send('Tracing.end')
    await complete
    // A page that runs already has its thread told by the timers and answers that its scripts get.
    const script = events.find(({ name }) => name === 'v8.evaluateModule') ?? events.find(({ name }) => name === 'FunctionCall')
    if (!script) return []
    const from = script.name === 'v8.evaluateModule' ? script.ts : 0
    const own = events.filter(({ pid, tid, ph }) => pid === script.pid && tid === script.tid && ph === 'X')
    const calls = own.filter(({ name }) => name === 'FunctionCall')
    return own
      .filter(({ name, ts }) => name === 'RunTask' && ts > from)
      .map(({ ts, dur, tdur }) => {
        const inside = calls.filter((call) => call.ts >= ts && call.ts + call.dur <= ts + dur)
        return { lasted: dur / 1000, busy: tdur / 1000, script: inside.reduce((sum, call) => sum + (call.tdur ?? 0), 0) / 1000 }
      })
  }
}
