import FakeTimers from '@sinonjs/fake-timers'

// Before any library is loaded: some keep hold of `setTimeout` when they are.
const turn = setImmediate
const clock = FakeTimers.install({
  now: Date.UTC(2026, 0, 1),
  toFake: [
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'setImmediate',
    'clearImmediate',
    'Date',
    'performance',
  ],
})

/** Fires timer after timer, each followed by all that it sets going, until `isOver` or `ms` have gone by. */
export async function passUntil(isOver, ms) {
  const end = Date.now() + ms
  await settle()
  while (!isOver() && Date.now() < end) {
    if (clock.countTimers() === 0) throw new Error('Somebody waits for what no timer brings.')
    clock.next()
    await settle()
  }
}

/** On to the next whole minute, so that each run begins alike; what an earlier run left behind fires on the way. */
export async function nextMinute() {
  await passUntil(() => clock.countTimers() === 0, 60_000)
  const left = clock.countTimers()
  if (left > 0) throw new Error(`An earlier run left ${left} timers behind.`)
  clock.setSystemTime(Math.ceil((Date.now() + 1) / 60_000) * 60_000)
}

function settle() {
  return new Promise((resolve) => turn(resolve))
}
