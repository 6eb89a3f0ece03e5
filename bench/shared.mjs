/** Jobs at once, 100 requests a minute, while another client eats half of the same budget, 20 times over. `node bench/shared.mjs` */
import { hungryNeighbour, loadWay, measureCrowd, ways } from './support/measureCrowd.mjs'
import { print } from './support/print.mjs'

/** Way and jobs a run; of 300 jobs only ours, which the others' thousands of requests would make long. */
const crowds = [...ways.map((file) => [file, 100]), ['kit', 300]]
const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1)

const rows = []
let ours
for (const [file, jobs] of crowds) {
  const { name, start } = await loadWay(file)
  const runs = []
  const other = { requests: 0, refused: 0 }
  for (const seed of SEEDS) {
    const beside = (simulator, random) => {
      const neighbour = hungryNeighbour(simulator, random)
      return () => {
        neighbour.end()
        other.requests += neighbour.counts.requests
        other.refused += neighbour.counts.refused
      }
    }
    runs.push(await measureCrowd({ start, jobs, seed, beside }))
  }
  const sum = (of) => runs.reduce((total, run) => total + run[of], 0)
  const minutes = sum('minutes') / runs.length
  if (file === 'kit') ours = minutes
  rows.push({
    way: name,
    jobs,
    '429s in all': sum('refused'),
    'most in a run': Math.max(...runs.map(({ refused }) => refused)),
    'runs with any': runs.filter(({ refused }) => refused > 0).length,
    "the other's refused": `${((100 * other.refused) / other.requests).toFixed(0)} %`,
    'minutes a run': minutes.toFixed(2),
    'beside ours': (minutes / ours).toFixed(2),
    'gave up': sum('givenUp'),
  })
}
print(`Jobs at once beside a client that eats half of 100 requests a minute in bursts, ${SEEDS.length} runs`, rows)
