import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Extractor, ExtractorConfig, type ExtractorMessage } from '@microsoft/api-extractor'
import { expect, test } from 'vitest'
import { dist, root } from './support/dist.js'

/** What users can import, each entry a page of docs/api: its names, their types, and nothing of how they are made. */
const entries = ['index', 'server', 'testing', 'looks', 'vite', 'i18n/labels.en']

function report(entry: string): string {
  const name = entry.replaceAll(/\W+/g, '-')
  const folder = join(root, 'node_modules/.cache/api-report')
  mkdirSync(join(folder, 'out'), { recursive: true })
  rmSync(join(folder, `${name}.api.md`), { force: true })
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, 'package.json'),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: join(dist, `${entry}.d.ts`),
      newlineKind: 'lf',
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'es2022', module: 'esnext', moduleResolution: 'bundler', jsx: 'react-jsx', strict: true,
            lib: ['es2023', 'dom', 'dom.iterable'], types: ['node'], skipLibCheck: true,
          },
          files: [join(dist, `${entry}.d.ts`)],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: folder,
        reportTempFolder: join(folder, 'out'),
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
    },
  })
  const unforeseen: string[] = []
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback(message: ExtractorMessage) {
      message.handled = true
      if (message.category === 'Compiler') unforeseen.push(message.text)
    },
  })
  expect(unforeseen).toEqual([])
  return readFileSync(join(folder, `${name}.api.md`), 'utf8')
}

// A change here is a change for users: `npm run docs` writes it anew, and CHANGELOG.md says it.
test.each(entries)('what %s offers is what docs/api says', async (entry) => {
  const name = entry === 'index' ? 'audiopod-react' : entry.replace('i18n/labels.en', 'i18n')
  await expect(report(entry)).toMatchFileSnapshot(join(root, 'docs/api', `${name}.api.md`))
})
