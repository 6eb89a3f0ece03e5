import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../..', import.meta.url))
export const dist = join(root, 'dist')

export interface BuiltFile {
  /** Below dist, with slashes. */
  path: string
  text: string
  isClient: boolean
  imports: { names: string[]; specifier: string; isLazy: boolean }[]
}

/** Every built script. */
export const builtFiles: readonly BuiltFile[] = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.js'))
  .map((path) => readBuilt(path))

function readBuilt(path: string): BuiltFile {
  const text = readFileSync(join(dist, path), 'utf8')
  const code = text.replaceAll(/\/\*[^]*?\*\//g, '')
  const fixed = code.matchAll(/^(?:import|export)\b(?<names>[^"';]*?)(?:\bfrom\s*)?["'](?<specifier>[^"']+)["'];/gm)
  const lazy = code.matchAll(/\bimport\(\s*["'](?<specifier>[^"']+)["']/g)
  return {
    path: path.replaceAll('\\', '/'),
    text,
    isClient: /^\s*(['"])use client\1/.test(code),
    imports: [
      ...[...fixed].map(({ groups }) => ({
        names: groups?.['names']?.match(/[\w$]+/g) ?? [],
        specifier: groups?.['specifier'] ?? '',
        isLazy: false,
      })),
      ...[...lazy].map(({ groups }) => ({ names: [], specifier: groups?.['specifier'] ?? '', isLazy: true })),
    ],
  }
}

/** An entry and every file of ours that it reaches; `at once` leaves out what it fetches later. */
export function reachedFrom(entry: string, when: 'ever' | 'at once' = 'ever'): BuiltFile[] {
  const reached = new Map<string, BuiltFile>()
  const waiting = [entry]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue
    const file = builtFiles.find((one) => one.path === path)
    if (!file) throw new Error(`${path} is imported and was not built`)
    reached.set(path, file)
    for (const { specifier, isLazy } of file.imports) {
      if (specifier.startsWith('.') && !(isLazy && when === 'at once')) waiting.push(relative(dist, resolve(dist, dirname(path), specifier)).replaceAll('\\', '/'))
    }
  }
  return [...reached.values()]
}

/** The packages, and modules of Node, that some files import. */
export function packagesOf(files: readonly BuiltFile[]): string[] {
  const specifiers = files.flatMap(({ imports }) => imports.map(({ specifier }) => specifier))
  return [...new Set(specifiers.filter((specifier) => !specifier.startsWith('.')))].sort()
}
