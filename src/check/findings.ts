import { basename, dirname, join } from 'node:path/posix'
import { type Hit, type ScanOptions, scanText } from './scanText.js'
import { type MapData, type Place, readMaps, sourceOf } from './sourceMap.js'

/** A secret in a file that browsers get. `value` is the secret itself, and goes into no output. */
export interface Finding {
  value: string
  variable: string | undefined
  /** The file that browsers get. */
  place: Place
  /** Where it comes from, as far as that is known. */
  source: Place | undefined
}

/** A file as a bundler leaves it. */
export interface BuiltText {
  file: string
  text: string
  /** True where each character is one byte of the file, whatever its encoding. */
  isBytes?: boolean
  /** The maps of this file, for naming sources; those within it are found here. */
  maps?: readonly MapData[] | undefined
}

/** With or without `;charset=utf-8`, in JavaScript and CSS. */
const INLINE_MAP = /sourceMappingURL=data:application\/json[^,\s]*;base64,([A-Za-z0-9+/]+={0,2})/g

/** The secrets in a file, and in the sources that its map holds. */
export function scanBuilt(built: BuiltText, options: ScanOptions): Finding[] {
  const { file, text } = built
  if (/\.(?:map|json)$/.test(file)) {
    const maps = readMaps(built.isBytes ? Buffer.from(text, 'latin1').toString() : text)
    if (maps.length > 0) return maps.flatMap((map) => scanMap(map, built, options))
  }
  const inline: { map: MapData; index: number }[] = []
  // What is read as a map is not read as base64 again.
  const code = text.replace(INLINE_MAP, (whole, base64: string, index: number) => {
    const maps = readMaps(Buffer.from(base64, 'base64').toString())
    inline.push(...maps.map((map) => ({ map, index })))
    return maps.length > 0 ? ' '.repeat(whole.length) : whole
  })
  const maps = [...inline.map(({ map }) => map), ...(built.maps ?? [])]
  const inCode = scanText(code, options).map((hit) => {
    const place = placeAt(built, hit.index)
    return finding(hit, place, firstDefined(maps, (map) => sourceIn(map, place, hit.value)))
  })
  return [...inCode, ...inline.flatMap(({ map, index }) => scanMap(map, built, options, placeAt(built, index)))]
}

/** The secrets in the sources that a map holds, and in what else stands in it. */
function scanMap(map: MapData, built: BuiltText, options: ScanOptions, mapPlace?: Place): Finding[] {
  const { file } = built
  const inSources = map.sourcesContent.flatMap((text, index) =>
    scanText(text, options).map((hit) => {
      const source = { ...placeAt({ file: '', text }, hit.index), file: resolveSource(map, file, map.sources[index] ?? '') }
      const place = mapPlace ?? placeAt(built, Math.max(0, built.text.indexOf(hit.value)))
      return finding(hit, place, source)
    }),
  )
  const rest = JSON.stringify([map.sources, map.names, map.sourceRoot])
  const inRest = scanText(rest, options).map((hit) => finding(hit, mapPlace ?? { file, line: 1, column: 1 }, undefined))
  return [...inSources, ...inRest]
}

function finding({ value, variable }: Hit, place: Place, source: Place | undefined): Finding {
  return { value, variable, place, source }
}

function sourceIn(map: MapData, place: Place, value: string): Place | undefined {
  const source = sourceOf(map, place, value)
  return source && { ...source, file: resolveSource(map, place.file, source.file) }
}

/** A source's name as a path from where the built file's name is one; what is no path stays as it is. */
function resolveSource({ sourceRoot }: MapData, file: string, source: string): string {
  const path = source.startsWith(sourceRoot) ? source : `${sourceRoot}${source}`
  if (/^[a-z][a-z-]+:/i.test(path) || path.startsWith('/')) return path.replace(/^webpack:\/\/[^/]*\//, '')
  return path === '' ? basename(file) : join(dirname(file), path)
}

export function placeAt({ file, text, isBytes = false }: BuiltText, index: number): Place {
  const before = text.slice(0, index)
  const lineStart = before.lastIndexOf('\n') + 1
  const inLine = before.slice(lineStart)
  const column = (isBytes ? Buffer.from(inLine, 'latin1').toString().length : inLine.length) + 1
  return { file, line: before.split('\n').length, column }
}

function firstDefined<T, R>(list: readonly T[], get: (one: T) => R | undefined): R | undefined {
  for (const one of list) {
    const got = get(one)
    if (got !== undefined) return got
  }
  return undefined
}
