/** Tailwind itself, made from its own package in the browser as its build tool would: its preflight, its theme, and the utilities that are named. */
import { compile } from 'tailwindcss'
import index from 'tailwindcss/index.css?raw'

/** As the guide says: the order of layers is named once, before any stylesheet. */
export const layers = '@layer theme, base, audiopod, components, utilities;'

export async function tailwind(classes: readonly string[]): Promise<string> {
  const { build } = await compile(index)
  return build(classes.flatMap((each) => each.split(' ')))
}
