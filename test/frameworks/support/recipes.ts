import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const here = fileURLToPath(new URL('..', import.meta.url))
const docs = join(here, '../../docs/recipes')

/** The code that stands under `<!-- recipe: name -->` on a page of docs/recipes. */
export function recipe(page: string, name: string): string {
  const text = readFileSync(join(docs, page), 'utf8')
  const code = text.split(`<!-- recipe: ${name} -->\n`)[1]?.match(/^```\w*\n([^]*?)^```$/m)?.[1]
  if (code === undefined) throw new Error(`docs/recipes/${page} has no recipe ${name}`)
  return code
}

/** An app of its own made of a recipe, written to `file`, with what stands for the app's own modules beside it. */
export function layOut(name: string, file: string, modules: { audiopod: string; beside: string }): string {
  const app = join(here, '.cache', name)
  rmSync(app, { recursive: true, force: true })
  const own = join(app, modules.beside)
  for (const folder of [dirname(join(app, file)), own]) mkdirSync(folder, { recursive: true })
  writeFileSync(join(app, file), recipe('frameworks.md', name))
  copyFileSync(join(here, modules.audiopod), join(own, 'audiopod.js'))
  copyFileSync(join(here, 'settings.mjs'), join(own, 'settings.js'))
  return app
}
