import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './support/dist.js'
import { extract } from './support/extract.js'
import { referencePage } from './support/reference.js'

/** What users can import, each entry a page of docs/api: its names, their types, and nothing of how they are made. */
const entries = ['index', 'server', 'testing', 'looks', 'devtools', 'vite', 'i18n/labels.en']

const WRITTEN = 'Written from the docstrings of what is built, by `npm run docs`; a test fails where it is out of date.'

// A change here is a change for users: `npm run docs` writes it anew, and CHANGELOG.md says it.
test.each(entries)('what %s offers is what docs says', async (entry) => {
  const { report, items, faults } = extract(entry)
  expect(faults).toEqual([])
  const name = entry === 'index' ? 'audiopod-react' : entry.replace('i18n/labels.en', 'i18n')
  await expect(report).toMatchFileSnapshot(join(root, 'docs/api', `${name}.api.md`))
  if (entry !== 'index') return
  const hooks = referencePage('Hooks', WRITTEN, items, (each) => /^use[A-Z]/.test(each), 'Gives')
  await expect(hooks).toMatchFileSnapshot(join(root, 'docs/hooks.md'))
  const isWidget = (each: string): boolean => /^[A-Z]/.test(each) && !each.endsWith('Error') && items.some(({ name: of, kind }) => of === `${each}Props` && kind !== 'Function')
  const widgets = referencePage('Widgets', WRITTEN, items, isWidget, undefined)
  expect(widgets.split('\n## ').slice(1).filter((section) => !section.includes('**Props**, '))).toEqual([])
  await expect(widgets).toMatchFileSnapshot(join(root, 'docs/widgets.md'))
})
