// @ts-check
/**
 * Runs every check of the project and ends with `N passed, N failed`.
 *
 *     npm test                  everything
 *     npm test -- unit stories  only these steps, and the build where they need it
 *     npm test -- --list        names the steps
 *
 * A vitest step counts its tests; any other step counts as one. A step that runs no test has failed. A test in a real
 * browser is tried twice, and named where it took the second try.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SECOND_TRY } from './secondTries.mjs'

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command a program of node_modules/.bin or npm, and what it is given
 * @property {string[]} [after] steps that must have passed before
 * @property {boolean} [counts] a vitest run, whose tests are counted
 * @property {boolean} [alone] nothing else runs meanwhile
 * @property {() => boolean} [isDone]
 *
 * @typedef {{ status: string, assertionResults: { status: string }[] }} ReportedFile
 * @typedef {Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numTodoTests', number> & { testResults: ReportedFile[] }} Report
 * @typedef {{ name: string, passed: number, failed: number, seconds: number, note: string }} Result
 */

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = mkdtempSync(join(tmpdir(), 'audiopod-react-test-'))

/** @param {string} name @param {string[]} projects @param {Partial<Step>} [more] @returns {Step} */
const vitest = (name, projects, more = {}) => ({
  name,
  command: ['vitest', 'run', ...projects.flatMap((project) => ['--project', project])],
  counts: true,
  ...more,
})

/** Puts beside tests what the project itself does without. @param {string} name @param {string} folder @returns {Step} */
const install = (name, folder) => ({
  name,
  command: ['npm', 'ci', '--prefix', folder, '--prefer-offline', '--no-audit', '--no-fund'],
  isDone: () => isInstalled(folder),
})

// The long ones first: two run side by side, and the short ones fill the gaps. Types and lint read the demo, which
// imports the package by its name, as built.
/** @type {Step[]} */
const steps = [
  { name: 'build', command: ['npm', 'run', 'build'] },
  install('react-18', 'test/react18'),
  install('servers', 'test/frameworks'),
  vitest('stories', ['stories']),
  vitest('unit', ['node', 'react', 'react-18', 'ssr'], { after: ['react-18'] }),
  { name: 'types', command: ['npm', 'run', 'typecheck'], after: ['build'] },
  { name: 'lint', command: ['npm', 'run', 'lint'], after: ['build'] },
  { name: 'catalogue', command: ['npm', 'run', 'build-storybook'] },
  vitest('frameworks', ['frameworks'], { after: ['build', 'servers'] }),
  vitest('package', ['build'], { after: ['build', 'catalogue'] }),
  vitest('e2e', ['e2e'], { after: ['build'], alone: true }),
]

/** Programs that are no npm package. Without one, the tests that need it are skipped; .ci/run installs them where it can. */
const programs = [
  { program: 'redis-server', version: '--version', step: 'unit', what: 'what instances of the proxy share', debian: 'redis-server' },
  { program: 'nginx', version: '-v', step: 'unit', what: 'the recipe for nginx', debian: 'nginx' },
  { program: 'python3', version: '--version', step: 'unit', what: 'the recipe for Python', debian: 'python3' },
]

const wanted = process.argv.slice(2)
if (wanted.includes('--list')) {
  console.log(steps.map(({ name }) => name).join('\n'))
  process.exit(0)
}
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(`No step is called ${unknown.join(', ')}. There are ${steps.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}

/** @type {Map<string, Result>} */
const results = new Map()
/** @type {Map<string, Promise<void>>} */
const running = new Map()
/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set()
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    for (const child of children) child.kill(signal)
    process.exit(130)
  })
}

await runAll(withNeeds(wanted))
rmSync(reports, { recursive: true, force: true })
conclude()

/** @param {Step[]} chosen */
async function runAll(chosen) {
  const lanes = Math.min(2, availableParallelism())
  const waiting = [...chosen]
  let isAlone = false
  while (waiting.length > 0 || running.size > 0) {
    const index = waiting.findIndex((step) => isReady(step, chosen) && (!step.alone || running.size === 0))
    const next = waiting[index]
    if (next === undefined || isAlone || running.size >= lanes) {
      await Promise.race(running.values())
      if (running.size === 0) isAlone = false
      continue
    }
    waiting.splice(index, 1)
    isAlone = next.alone ?? false
    running.set(next.name, run(next).then((result) => finish(next, result)))
  }
}

/** @param {Step} step @param {Step[]} chosen */
function isReady(step, chosen) {
  return (step.after ?? []).every((name) => results.has(name) || !chosen.some((other) => other.name === name))
}

/** @param {Step} step @param {Result} result */
function finish(step, result) {
  results.set(step.name, result)
  running.delete(step.name)
}

/** @param {string[]} names @returns {Step[]} */
function withNeeds(names) {
  if (names.length === 0) return steps
  const needed = new Set(names)
  for (const step of steps.toReversed()) {
    if (needed.has(step.name)) for (const name of step.after ?? []) needed.add(name)
  }
  return steps.filter(({ name }) => needed.has(name))
}

/** @param {Step} step @returns {Promise<Result>} */
async function run(step) {
  const broken = (step.after ?? []).filter((name) => (results.get(name)?.failed ?? 0) > 0 && name === 'build')
  if (broken.length > 0) return show({ name: step.name, passed: 0, failed: 1, seconds: 0, note: `not run: ${broken.join(', ')} failed` })
  if (step.isDone?.()) return show({ name: step.name, passed: 1, failed: 0, seconds: 0, note: 'was there' })
  const start = performance.now()
  const report = join(reports, `${step.name}.json`)
  const reporters = ['dot', 'json', './scripts/secondTries.mjs'].map((name) => `--reporter=${name}`)
  const extra = step.counts ? [...reporters, `--outputFile.json=${report}`] : []
  const { code, output } = await execute([...step.command, ...extra])
  const seconds = (performance.now() - start) / 1000
  const counted = step.counts ? count(report, code) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, note: '' }
  const again = output.split('\n').filter((line) => line.startsWith(SECOND_TRY))
  if (again.length > 0) counted.note = [counted.note, ...again].filter(Boolean).join(', ')
  if (counted.failed > 0) console.log(`\n--- ${step.name}: ${step.command.join(' ')}\n${output.trimEnd()}\n---\n`)
  return show({ name: step.name, seconds, ...counted })
}

/** @param {string[]} command @returns {Promise<{ code: number | null, output: string }>} */
function execute(command) {
  const [program = '', ...args] = command
  const local = join(root, 'node_modules', '.bin', program)
  // Not FORCE_COLOR=0: some tools read it as a wish for colours.
  const { FORCE_COLOR: _, ...inherited } = process.env
  const env = { ...inherited, CI: 'true', NO_COLOR: '1', STORYBOOK_DISABLE_TELEMETRY: '1' }
  return new Promise((resolve) => {
    const child = spawn(existsSync(local) ? local : program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    children.add(child)
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.once('error', (error) => resolve({ code: 1, output: String(error) }))
    child.once('close', (code) => {
      children.delete(child)
      resolve({ code, output })
    })
  })
}

/** @param {string} report @param {number | null} code */
function count(report, code) {
  if (!existsSync(report)) return { passed: 0, failed: 1, note: 'no report' }
  /** @type {Report} */
  const read = JSON.parse(readFileSync(report, 'utf8'))
  const passed = read.numPassedTests
  const skipped = read.numPendingTests + read.numTodoTests
  // A file that could not be loaded has no tests that could fail.
  const unread = read.testResults.filter(isUnread).length
  const failed = read.numFailedTests + unread
  const note = [skipped > 0 ? `${skipped} skipped` : '', passed + failed === 0 ? 'no tests' : ''].filter(Boolean).join(', ')
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed, note }
}

/** @param {ReportedFile} file */
function isUnread(file) {
  return file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')
}

/** @param {Result} result */
function show(result) {
  const { name, passed, failed, seconds, note } = result
  const figures = [name.padEnd(10), `${passed} passed`.padStart(12), `${failed} failed`.padStart(10), `${seconds.toFixed(1)} s`.padStart(9)]
  console.log([...figures, note].join('  ').trimEnd())
  return result
}

/** What other systems need may be missing. @param {string} folder */
function isInstalled(folder) {
  const installed = join(root, folder, 'node_modules/.package-lock.json')
  if (!existsSync(installed)) return false
  /** @type {(file: string) => [string, { version?: string, optional?: boolean }][]} */
  const read = (file) => Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages)
  const there = new Map(read(installed).map(([path, { version }]) => [path, version]))
  const wanted = read(join(root, folder, 'package-lock.json')).filter(([path]) => path !== '')
  const known = new Set(wanted.map(([path]) => path))
  const isRight = wanted.every(([path, { version, optional }]) => (optional && !there.has(path)) || there.get(path) === version)
  return isRight && Array.from(there.keys()).every((path) => known.has(path))
}

function conclude() {
  const all = [...results.values()]
  const passed = all.reduce((sum, result) => sum + result.passed, 0)
  const failed = all.reduce((sum, result) => sum + result.failed, 0)
  console.log(`\n${(performance.now() / 1000).toFixed(0)} s in all`)
  // Debian keeps nginx where only root looks.
  const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin` }
  for (const { program, version, step, what, debian } of programs) {
    if (!results.has(step) || spawnSync(program, [version], { env }).error === undefined) continue
    console.log(`SKIPPED: the tests of ${what}, since ${program} is not installed (apt-get install ${debian})`)
  }
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}
