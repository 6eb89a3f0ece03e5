import type { Finding } from './findings.js'
import type { Place } from './sourceMap.js'

/** What may be shown of a finding: the secret itself is not in it. */
export interface ReportedFinding {
  /** Its source where that is known, else the built file. Line and column count from 1. */
  file: string
  line: number
  column: number
  what: string
  /** Its first three characters and its length. */
  masked: string
  /** The files in which browsers get it. */
  builtIn: Place[]
}

/** Findings of one secret in one place of the sources are one, with all the files that it got into. */
export function reportOf(findings: readonly Finding[]): ReportedFinding[] {
  const groups = new Map<string, { value: string; reported: ReportedFinding }>()
  for (const { value, variable, source, place } of findings) {
    const { file, line, column } = source ?? place
    const key = JSON.stringify([file, line, column, variable])
    const group = groups.get(key) ?? { value, reported: { file, line, column, what: whatIs(value, variable), masked: mask(value), builtIn: [] } }
    if (source && !group.reported.builtIn.some((one) => one.file === place.file && one.line === place.line)) group.reported.builtIn.push(place)
    groups.set(key, group)
  }
  return Array.from(groups.values(), ({ reported }) => reported)
}

/** One or two lines for each finding: where it comes from, what it is, and where browsers get it. */
export function formatReport(report: readonly ReportedFinding[]): string {
  return report
    .flatMap(({ what, masked, builtIn, ...place }) => [
      `${at(place)}  ${what} (${masked})`,
      ...(builtIn.length > 0 ? [`    in ${builtIn.map(at).join(', ')}`] : []),
    ])
    .join('\n')
}

export function mask(value: string): string {
  return `${value.slice(0, 3)}…, ${value.length} characters`
}

function whatIs(value: string, variable: string | undefined): string {
  if (variable !== undefined) return `the value of ${variable}`
  return value.startsWith('whsec_') ? 'what looks like a webhook secret' : 'what looks like an AudioPod key'
}

function at({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`
}
