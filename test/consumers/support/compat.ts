import { readFileSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'
import { type App, isMeasured } from './app.js'

const page = new URL('../../../docs/compat.md', import.meta.url)

export interface Row {
  consumer: string
  /** Name and version of each thing that matters. */
  versions: string
  ran: string
}

const cells = ({ consumer, versions, ran }: Row): string => `| ${consumer} | ${versions} | ${ran} | passed |`

/**
 * The row of docs/compat.md for what has just passed. It must stand there as it is; `npm run compat` writes it, with the
 * seconds from an empty folder to the first widget.
 *
 * @param seconds none for what shows no widget
 */
export function expectRow(row: Row, seconds?: number): void {
  const text = readFileSync(page, 'utf8')
  const before = text.split('\n').filter((line) => line.startsWith(`| ${row.consumer} |`))
  if (!isMeasured) return expect(before.map((line) => line.slice(0, cells(row).length))).toEqual([cells(row)])
  const line = `${cells(row)} ${seconds === undefined ? '—' : `${Math.round(seconds)} s`} |`
  const lines = text.split('\n')
  const found = lines.findIndex((each) => each.startsWith(`| ${row.consumer} |`))
  const last = lines.findLastIndex((each) => each.startsWith('| '))
  if (found >= 0) lines[found] = line
  else lines.splice(last + 1, 0, line)
  writeFileSync(page, lines.join('\n'))
}

/** Whole seconds since an app's folder was empty. */
export const since = ({ begun }: App): number => (performance.now() - begun) / 1000
