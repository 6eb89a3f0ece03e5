import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor'
import { dist, root } from './dist.js'

export interface Item {
  kind: string
  name: string
  docComment?: string
  excerptTokens: { kind: string; text: string }[]
  members?: Item[]
  isOptional?: boolean
  propertyTypeTokenRange?: { startIndex: number; endIndex: number }
  returnTypeTokenRange?: { startIndex: number; endIndex: number }
  parameters?: { parameterName: string; parameterTypeTokenRange: { startIndex: number; endIndex: number } }[]
  typeTokenRange?: { startIndex: number; endIndex: number }
  typeParameters?: { typeParameterName: string }[]
  extendsTokenRanges?: { startIndex: number; endIndex: number }[]
}

/** What an entry of the built package offers: as a report for reviewers, and as data for the docs. */
export function extract(entry: string): { report: string; items: Item[]; faults: string[] } {
  const name = entry.replaceAll(/\W+/g, '-')
  const folder = join(root, 'node_modules/.cache/api-report')
  mkdirSync(join(folder, 'out'), { recursive: true })
  rmSync(join(folder, `${name}.api.md`), { force: true })
  const main = join(dist, `${entry}.d.ts`)
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, 'package.json'),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: main,
      newlineKind: 'lf',
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'es2022', module: 'esnext', moduleResolution: 'bundler', jsx: 'react-jsx', strict: true,
            lib: ['es2023', 'dom', 'dom.iterable'], types: ['node'], skipLibCheck: true,
          },
          files: [main],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: folder,
        reportTempFolder: join(folder, 'out'),
        includeForgottenExports: true,
      },
      docModel: { enabled: true, apiJsonFilePath: join(folder, `${name}.api.json`), includeForgottenExports: true },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
    },
  })
  const faults: string[] = []
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback(message) {
      message.handled = true
      if (message.category === 'Compiler') faults.push(message.text)
    },
  })
  const { members } = JSON.parse(readFileSync(join(folder, `${name}.api.json`), 'utf8')) as { members: { members: Item[] }[] }
  return { report: readFileSync(join(folder, `${name}.api.md`), 'utf8'), items: members[0]?.members ?? [], faults }
}
