import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { type App, layOutApp, runIn, versionOf } from './support/app.js'
import { expectRow } from './support/compat.js'

const page = readFileSync(new URL('../../docs/testing.md', import.meta.url), 'utf8')

/** The code that stands under `<!-- example: name -->` on docs/testing.md. */
function example(name: string): string {
  const code = page.split(`<!-- example: ${name} -->\n`)[1]?.match(/^```\w*\n([^]*?)^```$/m)?.[1]
  if (code === undefined) throw new Error(`docs/testing.md has no example ${name}`)
  return code
}

let vitest: App
let jest: App
const testing = ['react', 'react-dom', 'msw', '@testing-library/react', '@testing-library/dom']

beforeAll(async () => {
  vitest = await layOutApp('tests', [...testing, 'vitest', 'jsdom'], { as: 'tests-vitest' })
  writeFileSync(join(vitest.folder, 'vitest.config.ts'), "export default { test: { environment: 'jsdom' } }\n")
  writeFileSync(join(vitest.folder, 'balance.test.tsx'), example('vitest'))
  writeFileSync(join(vitest.folder, 'proxy.test.ts'), `// @vitest-environment node\n${example('proxy')}`)
  jest = await layOutApp('tests', [...testing, 'jest', 'jest-environment-jsdom', 'jest-fixed-jsdom', '@swc/core', '@swc/jest'], { as: 'tests-jest' })
  writeFileSync(join(jest.folder, 'jest.config.js'), example('jest-config'))
  writeFileSync(join(jest.folder, 'balance.test.tsx'), example('jest'))
}, 300_000)

test('a user’s tests run in Vitest as docs/testing.md shows them', async () => {
  const out = await runIn(vitest, 'vitest', ['run', '--root', vitest.folder])
  expect(stripVTControlCharacters(out)).toMatch(/Tests\s+2 passed/)
  expectRow({
    consumer: 'A user’s tests, Vitest',
    versions: `vitest ${versionOf('vitest')}, jsdom ${versionOf('jsdom')}`,
    ran: 'docs/testing.md: a widget on the simulator, and the proxy’s `authorize`',
  })
}, 120_000)

test('a user’s test runs in Jest as docs/testing.md shows it', async () => {
  const out = await runIn(jest, 'jest', ['--config', 'jest.config.js', '--rootDir', jest.folder])
  expect(out).toMatch(/Tests:\s+1 passed/)
  expectRow({
    consumer: 'A user’s tests, Jest',
    versions: `jest ${versionOf('jest')}, jest-fixed-jsdom ${versionOf('jest-fixed-jsdom')}`,
    ran: 'docs/testing.md: a widget on the simulator',
  })
}, 240_000)
