// @ts-check
/** Runs every measurement and prints its table, then all of them in one. `npm run bench` */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { tableOf } from './support/print.mjs'

/** @typedef {import('./support/print.mjs').Row} Row */

const begun = performance.now()

/** @param {string} script @param {...string} flags @returns {Row[]} */
function run(script, ...flags) {
  const file = fileURLToPath(new URL(script, import.meta.url))
  const start = performance.now()
  const output = execFileSync(process.execPath, [...flags, file, '--json'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  const command = ['node', ...flags, `bench/${script}`].join(' ')
  const took = ((performance.now() - start) / 1000).toFixed(0)
  return output.trim().split('\n').flatMap((line) => {
    /** @type {{ title: string, rows: Row[] }} */
    const { title, rows } = JSON.parse(line)
    console.log(`${title} (\`${command}\`, ${took} s)\n\n${tableOf(rows)}\n`)
    return rows
  })
}

const crowd = run('crowd.mjs')
const shared = run('shared.mjs')
const clicks = run('clicks.mjs')
const realTime = run('realTime.mjs')
const commits = run('commits.mjs')
const longTasks = run('longTasks.mjs')
const heap = run('heap.mjs', '--expose-gc')
const tabs = run('tabs.mjs')
const size = run('size/run.mjs')

const running = longTasks.find((row) => 'ticks' in row)
/** @param {string} how */
const opened = (how) => longTasks.find((row) => row['what'] === '100 widgets' && row['how'] === how && row['CPU'] === '1')
const framewise = opened('frames')
const atOnce = opened('render')

const names = ['audiopod-react', 'fetch, 2 s', '@fal-ai/client', 'SWR']
/** @param {string} figure @param {string} aim @param {(string | number | undefined)[]} values in the order of `names` @returns {Row} */
const line = (figure, aim, values) => ({ figure, aim, ...Object.fromEntries(names.map((name, i) => [name, values[i] ?? '–'])) })
/** @param {Row[]} rows @param {string} column */
const of = (rows, column) => rows.map((row) => row[column])
/** @param {string} shows */
const mostCommits = (shows) =>
  Math.max(...commits.filter((row) => row['shows'] === shows).map((row) => Number(row['commits a tick']))).toFixed(2)

/** @param {string} what the last row of it */
const bytesAJob = (what) => heap.findLast((row) => row['what'] === what)?.['bytes a job']

const summary = [
  line('300 jobs, 100 a minute: time over the least', '≤ 1.05', of(crowd, 'over the least')),
  line('… time beside ours', '', of(crowd, 'beside ours')),
  line('… 429s met', '0', of(crowd, '429s')),
  line('100 jobs beside another client, 20 runs: 429s met in all', '', of(shared, '429s in all')),
  line('… most in one run', '≤ 1', of(shared, 'most in a run')),
  line('… time beside ours', '', of(shared, 'beside ours')),
  line("… of the other's requests refused", '', of(shared, "the other's refused")),
  line('300 jobs beside another client, 20 runs: 429s met in all', '', [shared.at(-1)?.['429s in all']]),
  line('… most in one run', '≤ 1', [shared.at(-1)?.['most in a run']]),
  line('a click while 100 jobs are polled: mean seconds until it leaves', 'about 0', [clicks[0]?.['seconds, mean']]),
  line('… beside another client', '', [clicks[1]?.['seconds, mean']]),
  line('real time, 40 jobs: 429s met', '0', of(realTime, '429s')),
  line('… time beside ours', '', of(realTime, 'beside ours')),
  line('commits a tick of progress: a view of the job, at most', '≤ 1', [mostCommits('the job')]),
  line('… of balance, keys and other jobs, at most', '0', [mostCommits('neither')]),
  line('1,000 live jobs, 100 widgets: tasks over 50 ms in 20 s', '0', [running?.['tasks over 50 ms']]),
  line('… while they come one a frame', '0', [framewise?.['tasks over 50 ms']]),
  line('… requests of any resource but jobs', '1', [atOnce?.['requests a resource']]),
  line('20 tabs, 5 hooks each, an hour, 10 jobs: requests beside one tab', '≤ 1.1', [tabs[0]?.['times one'], undefined, undefined, tabs[1]?.['times one']]),
  line('heap after 10,000 jobs, bytes a job: the client', 'about 0', [bytesAJob('client alone')]),
  line('… with its store of jobs', 'about 0', [bytesAJob('session, kept in sessionStorage')]),
  line('… in two tabs that share', 'about 0', [bytesAJob('session, kept, two tabs that share')]),
  line('gzip of the client, KB', '', [size[0]?.['gzip, KB'], undefined, size[1]?.['gzip, KB'], size[2]?.['gzip, KB']]),
]
console.log(`All in one (${((performance.now() - begun) / 1000).toFixed(0)} s in all)\n\n${tableOf(summary)}`)
