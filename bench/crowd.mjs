/** 300 jobs at once on 100 requests a minute, from cold. `node bench/crowd.mjs` */
import { loadWay, measureCrowd, ways } from './support/measureCrowd.mjs'
import { LIMIT } from './support/createAccount.mjs'
import { print } from './support/print.mjs'

const JOBS = 300

const rows = []
let ours
for (const file of ways) {
  const { name, start } = await loadWay(file)
  const { minutes, requests, refused, givenUp, paid } = await measureCrowd({ start, jobs: JOBS, seed: 1 })
  ours ??= minutes
  rows.push({
    way: name,
    minutes: minutes.toFixed(2),
    'beside ours': (minutes / ours).toFixed(2),
    // Refused requests are no part of the least: they would make waste look like haste.
    'over the least': (minutes / ((requests - refused) / LIMIT)).toFixed(2),
    answered: requests - refused,
    '429s': refused,
    'gave up': givenUp,
    'jobs paid': paid,
  })
}
print(`${JOBS} jobs at once, 100 requests a minute, from cold`, rows)
