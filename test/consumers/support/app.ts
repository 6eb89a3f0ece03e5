import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

const root = fileURLToPath(new URL('../../..', import.meta.url))
/** Where the frameworks are installed, and the package beside them as packed. */
export const frameworks = join(root, 'test/frameworks')
export const tarball = join(frameworks, '.cache/audiopod-react.tgz')

/** `npm run compat` installs each app in an empty folder of its own, as a person would, and writes docs/compat.md. */
export const isMeasured = process.env['COMPAT'] === 'write'

export interface App {
  folder: string
  /** When its folder was empty, by `performance.now()`. */
  begun: number
  /** Takes away a folder of its own; what lies in test/frameworks/.cache stays to be looked at. */
  remove: () => void
}

/**
 * An app that is written here, with the packed package beside it. Its own packages are those of test/frameworks; where it
 * is `isolated`, or measured, they are installed for it alone.
 *
 * @param packages by name, and where they are to be taken at another version than ours: `react@18`
 */
export async function layOutApp(name: string, packages: readonly string[], { isolated = isMeasured, as = name } = {}): Promise<App> {
  const begun = performance.now()
  const folder = isolated ? realpathSync(mkdtempSync(join(tmpdir(), `audiopod-react-${as}-`))) : join(frameworks, '.cache/consumers', as)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(fileURLToPath(new URL(`../apps/${name}`, import.meta.url)), folder, { recursive: true })
  // Build tools look there for what an app has.
  const dependencies = isolated ? {} : Object.fromEntries(packages.map((each) => [each, '*']))
  const manifest = { name: `consumer-${as}`, private: true, type: 'module', dependencies }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  if (isolated) {
    const install = ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock']
    await run('npm', [...install, tarball, ...packages.map(inOurVersion)], { cwd: folder })
  }
  return { folder, begun, remove: () => isolated && rmSync(folder, { recursive: true, force: true }) }
}

/** A version that the project has installed: that of an app's folder, its own, or that of test/frameworks. */
export function versionOf(name: string, folder?: string): string {
  const folders = folder === undefined ? [root, frameworks] : [folder, root, frameworks]
  for (const each of folders) {
    try {
      return (JSON.parse(readFileSync(join(each, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version
    } catch {
      continue
    }
  }
  throw new Error(`${name} is not installed`)
}

function inOurVersion(wanted: string): string {
  return wanted.lastIndexOf('@') > 0 ? wanted : `${wanted}@${versionOf(wanted)}`
}

/** A program of an app's packages. */
export async function runIn({ folder }: App, program: string, args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const path = [join(folder, 'node_modules/.bin'), join(frameworks, 'node_modules/.bin'), join(root, 'node_modules/.bin'), process.env['PATH']]
  const options = { cwd: folder, env: { ...process.env, NODE_ENV: undefined, ...env, PATH: path.join(':') } }
  const { stdout, stderr } = await run(program, [...args], options).catch((error: { stdout: string; stderr: string }) => {
    throw new Error(`${program} ${args.join(' ')}\n${error.stdout}${error.stderr}`)
  })
  return stdout + stderr
}
