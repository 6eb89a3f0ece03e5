import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { placeAt } from '../check/findings.js'

interface Output {
  type: string
  modules?: Readonly<Record<string, { renderedLength: number }>>
}

interface Module {
  importers: readonly string[]
  dynamicImporters: readonly string[]
}

/** The package's dist, of which this file is a part. */
const own = dirname(dirname(fileURLToPath(import.meta.url))).replaceAll('\\', '/')
const SERVER = /^\/(?:server\/|server(?:\.\w+)?\.js)/

/** Which lines of the app brought `audiopod-react/server` into a build: `src/App.tsx:3:1`. What was shaken out is not in it. */
export function serverImports(outputs: readonly Output[], moduleOf: (id: string) => Module | null, shown: (file: string) => string): string[] {
  const rendered = outputs.flatMap(({ modules = {} }) => Object.keys(modules).filter((id) => (modules[id]?.renderedLength ?? 0) > 0))
  const seen = new Set<string>()
  const places = new Set<string>()
  const waiting = rendered.filter(isServer)
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    const { importers = [], dynamicImporters = [] } = moduleOf(id) ?? {}
    for (const importer of [...importers, ...dynamicImporters]) {
      if (isServer(importer)) waiting.push(importer)
      else places.add(placeOf(importer, shown))
    }
  }
  return [...places]
}

function isServer(id: string): boolean {
  const path = id.replaceAll('\\', '/').replace(/[?#].*$/, '')
  if (path.startsWith(own)) return SERVER.test(path.slice(own.length))
  const [, inPackage] = /\/audiopod-react\/dist(\/.+)$/.exec(path) ?? []
  return inPackage !== undefined && SERVER.test(inPackage)
}

function placeOf(id: string, shown: (file: string) => string): string {
  const file = id.replace(/[?#].*$/, '')
  try {
    const text = readFileSync(file, 'utf8')
    const { line, column } = placeAt({ file, text }, Math.max(0, text.indexOf('audiopod-react/server')))
    return `${shown(file)}:${line}:${column}`
  } catch {
    return shown(file)
  }
}
