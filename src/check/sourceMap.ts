import { SourceMap } from 'node:module'

/** A place in a text file: line and column from 1 on. */
export interface Place {
  file: string
  line: number
  column: number
}

/** A source map, version 3, as far as it is read here. */
export interface MapData {
  file: string
  version: number
  sources: string[]
  sourcesContent: string[]
  names: string[]
  mappings: string
  sourceRoot: string
}

/** The map in a text, or the maps of an index map; none where it is no source map. */
export function readMaps(text: string): MapData[] {
  try {
    return mapsIn(JSON.parse(text.replace(/^\)\]\}'[^\n]*\n/, '')))
  } catch {
    return []
  }
}

/** The same of a map that is an object already. */
export function mapsIn(json: unknown): MapData[] {
  if (!isObject(json)) return []
  if (Array.isArray(json['sections'])) return json['sections'].flatMap((section: unknown) => (isObject(section) ? mapsIn(section['map']) : []))
  if (typeof json['mappings'] !== 'string' || !Array.isArray(json['sources'])) return []
  const texts = (list: unknown): string[] =>
    Array.isArray(list) ? list.map((one: unknown) => (typeof one === 'string' ? one : '')) : []
  return [
    {
      file: '',
      version: 3,
      sources: texts(json['sources']),
      sourcesContent: texts(json['sourcesContent']),
      names: texts(json['names']),
      mappings: json['mappings'],
      sourceRoot: typeof json['sourceRoot'] === 'string' ? json['sourceRoot'] : '',
    },
  ]
}

/**
 * Where in its source something stands that a map's file has at this place. Where the map holds the source's text and
 * the text holds `value`, its own place; the mapping leads to the statement alone.
 */
export function sourceOf(map: MapData, { line, column }: Pick<Place, 'line' | 'column'>, value: string): Place | undefined {
  const entry = new SourceMap(map).findEntry(line - 1, column - 1)
  if (!('originalSource' in entry)) return undefined
  const { originalSource: source, originalLine, originalColumn } = entry
  // Undefined for code that is a bundler's own, whatever the types say.
  if (typeof source !== 'string') return undefined
  const index = map.sources.findIndex((one) => one === source || `${map.sourceRoot}${one}` === source)
  const content = map.sourcesContent[index] ?? ''
  const lines = content.split('\n')
  const near = lines.findIndex((text, number) => number >= originalLine && text.includes(value))
  const at = near < 0 ? lines.findIndex((text) => text.includes(value)) : near
  if (at >= 0) return { file: source, line: at + 1, column: (lines[at]?.indexOf(value) ?? 0) + 1 }
  return { file: source, line: originalLine + 1, column: originalColumn + 1 }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
