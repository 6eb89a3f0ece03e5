// @ts-check
/**
 * Finds a Chromium without downloading one: `CHROME_PATH`, the one Playwright installed, one on the PATH,
 * and last the one inside the npm package @sparticuz/chromium, unpacked once into a folder of its own.
 * `CHROMIUM=bundled` skips all but the last, so that the fall-back can be tried where the others exist.
 *
 * As a program, prints the path: `node scripts/chromium.mjs`.
 */
import { execFile, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** @typedef {{ executablePath: string, args: string[], env: Record<string, string> }} LaunchOptions */

// Not @sparticuz/chromium's own list: that one is for Lambda, and turns off web security and site isolation.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--autoplay-policy=no-user-gesture-required',
]

/** @type {Promise<LaunchOptions> | undefined} */
let found

/**
 * What Playwright's `chromium.launch` needs: `chromium.launch(await chromiumLaunchOptions())`.
 * @returns {Promise<LaunchOptions>}
 */
export function chromiumLaunchOptions() {
  found ??= find()
  return found
}

/** @returns {Promise<LaunchOptions>} */
async function find() {
  const here = process.env['CHROMIUM'] === 'bundled' ? undefined : (fromEnvironment() ?? (await fromPlaywright()) ?? fromPath())
  if (here !== undefined) return { executablePath: here, args, env: environment({}) }
  return bundled()
}

function fromEnvironment() {
  const path = process.env['CHROME_PATH']
  if (path === undefined || path === '') return undefined
  if (!isExecutable(path)) throw new Error(`CHROME_PATH names no program that can be run: ${path}`)
  return path
}

async function fromPlaywright() {
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return isExecutable(path) ? path : undefined
}

function fromPath() {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable)
}

/** @returns {Promise<LaunchOptions>} */
async function bundled() {
  const packageFile = fileURLToPath(import.meta.resolve('@sparticuz/chromium')).replace(/build[\\/].*$/, 'package.json')
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8'))
  const folder = join(tmpdir(), `audiopod-react-chromium-${version}-${userInfo().uid}`)
  if (!existsSync(folder)) await unpack(folder)
  const executablePath = join(folder, 'chromium')
  /** @type {Record<string, string>} */
  const extra = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }
  // A slim container lacks libnss3 and its kin. The package brings them; where the system has its own, those are right.
  if (spawnSync(executablePath, ['--version']).status !== 0) extra['LD_LIBRARY_PATH'] = join(folder, 'al2023', 'lib')
  return { executablePath, args, env: environment(extra) }
}

/**
 * In a process of its own: the package unpacks into TMPDIR and changes the environment it runs in.
 * Renamed into place at the end, so that nobody starts a half-written file.
 * @param {string} folder
 */
async function unpack(folder) {
  mkdirSync(tmpdir(), { recursive: true })
  const work = mkdtempSync(join(tmpdir(), 'audiopod-react-chromium-'))
  // AWS_EXECUTION_ENV makes it unpack the shared libraries too.
  const env = { ...process.env, TMPDIR: work, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }
  const code = "const { default: c } = await import('@sparticuz/chromium'); await c.executablePath()"
  try {
    const cwd = fileURLToPath(new URL('..', import.meta.url))
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], { env, cwd })
    renameSync(work, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    // Another process was first.
    rmSync(work, { recursive: true, force: true })
  }
}

/** @param {Record<string, string>} extra */
function environment(extra) {
  const own = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return { .../** @type {Record<string, string>} */ (Object.fromEntries(own)), ...extra }
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await chromiumLaunchOptions()).executablePath)
