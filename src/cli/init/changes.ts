import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { NewFile } from '../templates/template.js'
import type { Project } from './project.js'

/** A file, and what becomes of it. Nothing that is there is ever replaced. */
export type Change =
  | { path: string; does: 'write' | 'append'; text: string; about: string }
  | { path: string; does: 'leave'; about: string }

/** A file that is not there is written; of one with that name in the other language too, the framework would take either. */
export function planFile({ path, text, about }: NewFile, { has }: Project): Change {
  const [, stem = path] = /^(.*)\.\w+$/.exec(path) ?? []
  const there = [path, ...['ts', 'tsx', 'js', 'jsx', 'mjs'].map((ending) => `${stem}.${ending}`)].find(has)
  if (there === undefined) return { path, does: 'write', text, about }
  return { path: there, does: 'leave', about: 'is there already, and was not touched' }
}

const example = 'AUDIOPOD_API_KEY='

export function planEnvExample({ read }: Project): Change {
  const path = '.env.example'
  const text = read(path)
  const lines = `# Of https://audiopod.ai. For the server alone: never with a prefix such as NEXT_PUBLIC_ or VITE_.\n${example}\n`
  if (text === undefined) return { path, does: 'write', text: lines, about: 'names the variable, without a value' }
  if (/^\s*(?:export\s+)?AUDIOPOD_API_KEY\s*=/m.test(text)) return { path, does: 'leave', about: 'names AUDIOPOD_API_KEY already' }
  return { path, does: 'append', text: `${separator(text)}${lines}`, about: 'AUDIOPOD_API_KEY, without a value' }
}

/** What keeps `.env`, `.env.local` and the like out of the repository, and the example in it. */
export function planGitignore({ read }: Project): Change {
  const path = '.gitignore'
  const text = read(path)
  const lines = new Set((text ?? '').split(/\r?\n/).map((line) => line.trim()))
  const holds = (...patterns: string[]) => patterns.some((pattern) => lines.has(pattern) || lines.has(`/${pattern}`))
  const missing = [
    ...(holds('.env', '.env*') ? [] : ['.env']),
    ...(holds('.env.*', '.env*') ? [] : ['.env.*']),
    ...(holds('!.env.example', '!.env*.example') ? [] : ['!.env.example']),
  ]
  if (missing.length === 0) return { path, does: 'leave', about: 'keeps .env files out already' }
  const about = missing.join(', ')
  const added = `# Keys\n${missing.join('\n')}\n`
  return text === undefined
    ? { path, does: 'write', text: added, about }
    : { path, does: 'append', text: `${separator(text)}${added}`, about }
}

function separator(text: string): string {
  if (text === '') return ''
  return text.endsWith('\n') ? '\n' : '\n\n'
}

/** @throws where a file has come meanwhile, or the folder cannot be written to */
export function apply(changes: readonly Change[], folder: string): void {
  for (const change of changes) {
    const path = join(folder, change.path)
    if (change.does === 'append') appendFileSync(path, change.text)
    if (change.does !== 'write') continue
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, change.text, { flag: 'wx' })
  }
}
