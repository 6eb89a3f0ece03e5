import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const src = fileURLToPath(new URL('../../src', import.meta.url))

/** What each folder may import of the others. What is not listed is forbidden. */
const mayImport: Record<string, readonly string[]> = {
  api: [],
  errors: ['api'],
  schedule: ['api', 'errors'],
  development: ['api', 'errors'],
  client: ['api', 'errors', 'schedule', 'development'],
  state: ['api', 'errors', 'schedule', 'client'],
  i18n: ['api', 'errors'],
  theme: ['api', 'errors', 'i18n', 'development'],
  react: ['api', 'errors', 'schedule', 'client', 'state', 'theme', 'i18n', 'development'],
  components: ['api', 'errors', 'schedule', 'client', 'state', 'theme', 'i18n', 'react'],
  devtools: ['api', 'errors', 'client', 'state', 'theme', 'react'],
  server: ['api', 'errors'],
  testing: ['api'],
  check: [],
  vite: ['check'],
  cli: ['check'],
}

/** The packages that each folder may import; Node's own modules are written `node:`. */
const mayUse: Record<string, readonly string[]> = {
  api: [],
  errors: [],
  schedule: [],
  development: [],
  client: [],
  state: ['zustand'],
  i18n: [],
  theme: ['react', 'react-dom', 'zustand'],
  react: ['react', 'swr', 'zustand'],
  components: ['react', 'react-dom', 'downshift', 'zustand'],
  devtools: ['react', 'react-dom', 'swr', 'zustand'],
  server: ['node:', 'undici', 'ipaddr.js'],
  testing: ['msw', 'node:'],
  check: ['node:'],
  // Types alone: nothing is imported of it at run time.
  vite: ['node:', 'vite'],
  cli: ['node:'],
}

interface Import {
  file: string
  folder: string
  specifier: string
  /** A folder of src, or the name of a package. */
  target: string
  isLocal: boolean
  typeOnly: boolean
}

const imports = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  // What stands in there is written into apps.
  .filter((file) => !file.startsWith('cli/templates/'))
  .flatMap((file) => importsOf(join(src, file)))

function importsOf(file: string): Import[] {
  const folder = folderOf(file)
  const text = readFileSync(file, 'utf8')
  const statements = text.matchAll(/^(?:import|export)\b(?<what>[^'"`;]*?)\bfrom\s*'(?<specifier>[^']+)'/gm)
  const bare = text.matchAll(/\bimport\s*\(?\s*'(?<specifier>[^']+)'/g)
  return [...statements, ...bare].map(({ groups }) => {
    const specifier = groups?.['specifier'] ?? ''
    const isLocal = specifier.startsWith('.')
    const target = isLocal ? folderOf(resolve(dirname(file), specifier)) : packageOf(specifier)
    return { file: relative(src, file), folder, specifier, target, isLocal, typeOnly: isTypeOnly(groups?.['what'] ?? '') }
  })
}

function isTypeOnly(what: string): boolean {
  if (/^\s+type\b(?!\s*,)/.test(what)) return true
  const names = /^\s*\{(.*)\}\s*$/s.exec(what)?.[1]?.split(',').filter((name) => name.trim() !== '') ?? []
  return names.length > 0 && names.every((name) => name.trim().startsWith('type '))
}

/** `''` for the entries and what else lies at the top. */
function folderOf(path: string): string {
  const [first = '', ...rest] = relative(src, path).split(/[\\/]/)
  return rest.length === 0 ? '' : first
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:'
  const [first = '', second = ''] = specifier.split('/')
  return first.startsWith('@') ? `${first}/${second}` : first
}

const show = ({ file, specifier }: Import): string => `${file} imports ${specifier}`

test('the imports are read', () => {
  expect(imports.length).toBeGreaterThan(50)
  expect(isTypeOnly(' type { A } ')).toBe(true)
  expect(isTypeOnly(' { type A, type B } ')).toBe(true)
  expect(isTypeOnly(' { type A, B } ')).toBe(false)
  expect(isTypeOnly(' A ')).toBe(false)
})

test('every folder has its place in the order', () => {
  expect(Object.keys(mayImport)).toEqual(expect.arrayContaining([...new Set(imports.map(({ folder }) => folder))].filter(Boolean)))
})

describe.each(Object.keys(mayImport))('%s', (folder) => {
  const own = imports.filter((one) => one.folder === folder)

  test('imports only the folders before it', () => {
    const wrong = own.filter(({ isLocal, target, specifier }) => {
      if (!isLocal || target === folder) return false
      // The one file at the top that is no entry.
      if (target === '') return !specifier.endsWith('/version.js')
      return !mayImport[folder]?.includes(target)
    })
    expect(wrong.map(show)).toEqual([])
  })

  test('uses only the packages that are its own to use', () => {
    const wrong = own.filter(({ isLocal, target }) => !isLocal && !mayUse[folder]?.includes(target))
    expect(wrong.map(show)).toEqual([])
  })
})

test('the simulator takes types alone from api: written from the decoders, it would only agree with them', () => {
  const wrong = imports.filter(({ folder, target, typeOnly }) => folder === 'testing' && target === 'api' && !typeOnly)
  expect(wrong.map(show)).toEqual([])
})

test('every relative import names the file as it will be built', () => {
  expect(imports.filter(({ isLocal, specifier }) => isLocal && !specifier.endsWith('.js')).map(show)).toEqual([])
})
