// @ts-check
/** Builds the package and the demo's page where they are missing, or older than what they are made from. */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const at = (/** @type {string} */ path) => join(root, path)

const packageFiles = ['dist/index.js', 'dist/server.js', 'dist/testing.js', 'dist/vite.js', 'dist/styles.css', 'dist/index.d.ts'].map(at)
const packageSources = ['src', 'package.json', 'vite.config.ts', 'tsconfig.build.json'].map(at)
const pageFiles = ['demo/dist/index.html'].map(at)
// Files of the server are among them, since the page shows some.
const pageSources = ['demo/src', 'demo/index.html', 'demo/proxy.mjs', 'demo/vite.config.ts'].map(at)

/** @param {(line: string) => void} [log] */
export async function ensureBuilt(log = () => {}) {
  if (isStale(packageFiles, packageSources)) {
    log('Building the package …')
    await npm('run', 'build')
  }
  if (isStale(pageFiles, [...pageSources, ...packageFiles])) {
    log('Building the page …')
    await npm('exec', '--', 'vite', 'build', '--config', 'demo/vite.config.ts')
  }
}

/** @param {string[]} made @param {string[]} sources */
function isStale(made, sources) {
  if (!made.every((file) => existsSync(file))) return true
  return Math.min(...made.map(time)) < Math.max(...sources.map(newest))
}

const time = (/** @type {string} */ path) => statSync(path).mtimeMs

/** @param {string} path @returns {number} */
function newest(path) {
  if (!statSync(path).isDirectory()) return time(path)
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' })
  // Folders count as well: a file that was taken away has changed its folder only.
  return Math.max(time(path), ...names.map((name) => time(join(path, name))))
}

/** @param {string[]} args @returns {Promise<void>} */
function npm(...args) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, {
      cwd: root,
      // Whoever starts it may be a test, and the page is to have React as its users get it.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Windows has npm as a script, which only a shell starts.
      shell: process.platform === 'win32',
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`npm ${args.join(' ')} ended with ${code}:\n${output}`)),
    )
  })
}
