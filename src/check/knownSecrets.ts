import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { hasKey } from './keys.js'

/** A variable of the environment whose value no browser may see. */
export interface KnownSecret {
  name: string
  value: string
  /** Where a file sets it; undefined for a variable of the process. */
  place: { file: string; line: number } | undefined
}

/** `AUDIOPOD_API_KEY`, also behind a prefix such as `VITE_`, and the like. Other variables count if they hold a key. */
const SECRET_NAME = /(?:^|_)AUDIOPOD_(?:\w+_)?(?:KEY|SECRET)$/
/** A shorter value may stand anywhere by chance. */
const SHORTEST = 8
const PLACEHOLDER = /your|example|placeholder|change.?me|x{4}|\.\.\.|…|[<>\s]/i
/** Files that are committed, with nothing in them. */
const TEMPLATE = /\.(?:example|sample|template|dist|defaults?)$/

/** The secrets among some variables, and in the .env files of some folders, whatever mode they are for. */
export function knownSecrets(environment: Readonly<Record<string, string | undefined>>, folders: readonly string[] = []): KnownSecret[] {
  const all = [...folders.flatMap((folder) => inFiles(folder)), ...secretsOf(environment)]
  // The first has a place to show.
  return all.filter(({ name, value }, index) => all.findIndex((one) => one.name === name && one.value === value) === index)
}

function inFiles(folder: string): KnownSecret[] {
  return envFiles(folder).flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    return secretsOf(parseEnv(text)).map((secret) => ({ ...secret, place: { file, line: lineOf(text, secret.name) } }))
  })
}

function envFiles(folder: string): string[] {
  const entries = readable(folder)
  return entries.filter((name) => /^\.env(?:\.|$)/.test(name) && !TEMPLATE.test(name)).map((name) => join(folder, name))
}

function readable(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map(({ name }) => name)
  } catch {
    return []
  }
}

function secretsOf(variables: Readonly<Record<string, string | undefined>>): KnownSecret[] {
  return Object.entries(variables).flatMap(([name, value = '']) => {
    const text = value.trim()
    const isNamed = SECRET_NAME.test(name) && text.length >= SHORTEST && !PLACEHOLDER.test(text)
    return isNamed || hasKey(text) ? [{ name, value: text, place: undefined }] : []
  })
}

function lineOf(text: string, name: string): number {
  const before = text.split('\n').findIndex((line) => line.replace(/^\s*(?:export\s+)?/, '').startsWith(name))
  return Math.max(0, before) + 1
}
