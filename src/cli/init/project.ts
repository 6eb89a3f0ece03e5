import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What a folder tells about the app in it. */
export interface Project {
  typescript: boolean
  /** Whether `.js` files are modules. */
  isModule: boolean
  /** `src/` where there is one. */
  src: '' | 'src/'
  /** `src/` where that folder lies below it. */
  srcOf: (folder: string) => '' | 'src/'
  uses: (dependency: string) => boolean
  has: (path: string) => boolean
  read: (path: string) => string | undefined
  /** `npm install`, or what the lock file here or above asks for. */
  install: string
}

/** @throws NoProjectError for a folder without a package.json that can be read */
export function readProject(folder: string): Project {
  const has = (path: string) => existsSync(join(folder, path))
  const read = (path: string) => (has(path) ? readFileSync(join(folder, path), 'utf8') : undefined)
  const manifest = parseManifest(read('package.json'))
  const dependencies = [manifest['dependencies'], manifest['devDependencies']].filter(isRecord)
  const src = has('src') ? 'src/' : ''
  return {
    typescript: has('tsconfig.json'),
    isModule: manifest['type'] === 'module',
    src,
    srcOf: (name) => (has(name) ? '' : has(`src/${name}`) ? 'src/' : src),
    uses: (name) => dependencies.some((each) => Object.hasOwn(each, name)),
    has,
    read,
    install: installerOf(folder),
  }
}

/** A folder that holds no app. */
export class NoProjectError extends Error {
  override readonly name = 'NoProjectError'
}

function parseManifest(text: string | undefined): Record<string, unknown> {
  if (text === undefined) throw new NoProjectError('There is no package.json here. Run it in the folder of your app.')
  try {
    const manifest: unknown = JSON.parse(text)
    if (isRecord(manifest)) return manifest
  } catch {
    // Said below.
  }
  throw new NoProjectError('package.json cannot be read as JSON.')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const installers = [
  ['pnpm-lock.yaml', 'pnpm add'],
  ['yarn.lock', 'yarn add'],
  ['bun.lock', 'bun add'],
  ['bun.lockb', 'bun add'],
  ['package-lock.json', 'npm install'],
] as const

/** In a monorepo the lock file lies above. */
function installerOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    const found = installers.find(([lock]) => existsSync(join(at, lock)))
    if (found) return found[1]
    if (at === dirname(at) || existsSync(join(at, '.git'))) return 'npm install'
  }
}
