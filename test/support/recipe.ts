import { readFileSync } from 'node:fs'

/** The code that stands under `<!-- recipe: name -->` on a page of docs/recipes. */
export function recipe(page: string, name: string): string {
  const text = readFileSync(new URL(`../../docs/recipes/${page}`, import.meta.url), 'utf8')
  const code = text.split(`<!-- recipe: ${name} -->\n`)[1]?.match(/^```\w*\n([^]*?)^```$/m)?.[1]
  if (code === undefined) throw new Error(`docs/recipes/${page} has no recipe ${name}`)
  return code
}
