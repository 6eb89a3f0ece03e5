import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, test } from 'vitest'
import { type App, frameworks, layOutApp, runIn, versionOf } from './support/app.js'
import { expectRow } from './support/compat.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
let app: App

beforeAll(async () => {
  app = await layOutApp('vite', ['react', 'react-dom', 'msw', '@types/react', '@types/react-dom', '@types/node', 'expect-type'], {
    isolated: true,
    as: 'types',
  })
  for (const [index, example] of readmeExamples().entries()) writeFileSync(join(app.folder, `readme-${index}.tsx`), example)
  for (const file of readdirSync(join(root, 'test/types'))) {
    const code = readFileSync(join(root, 'test/types', file), 'utf8')
    const ofPackage = code
      .replaceAll("'../../src/index.js'", "'audiopod-react'")
      .replaceAll("'../../src/server.js'", "'audiopod-react/server'")
      .replaceAll("'../../src/testing.js'", "'audiopod-react/testing'")
      .replaceAll("'vitest'", "'expect-type'")
    if (/from '\.\./.test(ofPackage)) throw new Error(`${file} imports what an app does not have`)
    writeFileSync(join(app.folder, file.replace('.test-d.ts', '.types.ts')), ofPackage)
  }
}, 120_000)

afterAll(() => app?.remove())

/** The components of README.md; its servers and its test need what an app has of its own. */
function readmeExamples(): string[] {
  const blocks = readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^```tsx\n([^]+?)^```/gm)
  const examples = Array.from(blocks, ([, code = '']) => code).filter((code) => code.includes('export function'))
  if (examples.length < 2) throw new Error('README.md has lost its examples')
  return examples
}

const oldest = versionOf('typescript-oldest')
const newest = versionOf('typescript')

test.each([
  { version: oldest, folder: 'typescript-oldest', resolution: 'bundler' },
  { version: oldest, folder: 'typescript-oldest', resolution: 'node16' },
  { version: newest, folder: 'typescript', resolution: 'bundler' },
  { version: newest, folder: 'typescript', resolution: 'node16' },
])('TypeScript $version, moduleResolution $resolution: the packed types, their promises and the README’s examples compile', async ({ version, folder, resolution }) => {
  const tsc = join(folder === 'typescript' ? root : frameworks, 'node_modules', folder, version === oldest ? 'bin/tsc' : 'lib/tsc.js')
  await runIn(app, process.execPath, [tsc, '-p', `tsconfig.${resolution}.json`])
  expectRow({
    consumer: `TypeScript ${version}, \`moduleResolution: ${resolution}\``,
    versions: `@types/react ${versionOf('@types/react', app.folder)}`,
    ran: 'every entry’s types with libraries checked, `exactOptionalPropertyTypes`, `isAudioPodError` and exhaustive `switch`, the README’s examples',
  })
}, 120_000)
