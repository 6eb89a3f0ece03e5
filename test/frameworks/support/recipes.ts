import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { recipe } from '../../support/recipe.js'

export const here = fileURLToPath(new URL('..', import.meta.url))

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
