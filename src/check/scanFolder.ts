import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { type BuiltText, type Finding, scanBuilt } from './findings.js'
import { type ScanOptions, scanText } from './scanText.js'
import { type MapData, readMaps } from './sourceMap.js'

/** What was read, and what was found in it. */
export interface Scan {
  findings: Finding[]
  files: number
  bytes: number
}

/** A larger file is no script nor map: it is read a piece at a time, each with the end of the one before. */
const LARGEST_WHOLE = 128 * 1024 * 1024
const PIECE = 32 * 1024 * 1024
const OVERLAP = 4096

/** Every file in a folder (or the one file), whatever its type; names are relative to `from`. Hidden `.git` folders are left out. */
export function scanFolder(folder: string, options: ScanOptions, from: string = process.cwd()): Scan {
  const scan: Scan = { findings: [], files: 0, bytes: 0 }
  for (const path of filesIn(folder)) {
    const { size } = statSync(path)
    const file = relative(from, path).replaceAll('\\', '/')
    scan.files += 1
    scan.bytes += size
    scan.findings.push(...scanFile(path, file, size, options))
  }
  return scan
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const inner = join(path, entry.name)
    if (entry.isDirectory()) return entry.name === '.git' ? [] : filesIn(inner)
    // A link to a folder may lead back; one to a file is served like a file.
    return entry.isFile() || (entry.isSymbolicLink() && isFile(inner)) ? [inner] : []
  })
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function scanFile(path: string, file: string, size: number, options: ScanOptions): Finding[] {
  if (size > LARGEST_WHOLE) return scanPieces(path, file, options)
  const bytes = unpacked(path)
  // One byte a character, which keeps a megabyte a megabyte and binary files readable.
  const built: BuiltText = { file, text: bytes.toString('latin1'), isBytes: true }
  const findings = scanBuilt(built, options)
  if (findings.every(({ source }) => source)) return findings
  // The map beside it is read once it is needed.
  const maps = mapBeside(path)
  return maps.length > 0 ? scanBuilt({ ...built, maps }, options) : findings
}

function unpacked(path: string): Buffer {
  const bytes = readFileSync(path)
  try {
    if (path.endsWith('.gz')) return gunzipSync(bytes)
    if (path.endsWith('.br')) return brotliDecompressSync(bytes)
  } catch {
    // Only called so.
  }
  return bytes
}

function mapBeside(path: string): MapData[] {
  return isFile(`${path}.map`) ? readMaps(readFileSync(`${path}.map`, 'utf8')) : []
}

export function scanPieces(path: string, file: string, options: ScanOptions, pieceBytes: number = PIECE): Finding[] {
  const findings: Finding[] = []
  const buffer = Buffer.alloc(pieceBytes + OVERLAP)
  const descriptor = openSync(path, 'r')
  try {
    let line = 1
    // Where this line and this piece begin in the file.
    let lineStart = 0
    let start = 0
    for (;;) {
      const length = readSync(descriptor, buffer, 0, buffer.length, start)
      const text = buffer.toString('latin1', 0, length)
      for (const { index, value, variable } of scanText(text, options)) {
        const before = text.slice(0, index)
        const newline = before.lastIndexOf('\n')
        const column = (newline < 0 ? start + index - lineStart : index - newline - 1) + 1
        const place = { file, line: line + before.split('\n').length - 1, column }
        findings.push({ value, variable, place, source: undefined })
      }
      if (length < buffer.length) return findings
      const done = text.slice(0, pieceBytes)
      line += done.split('\n').length - 1
      if (done.includes('\n')) lineStart = start + done.lastIndexOf('\n') + 1
      start += pieceBytes
    }
  } finally {
    closeSync(descriptor)
  }
}
