import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { faultsOf } from '../../scripts/checkRelease.mjs'
import { root } from './support/dist.js'

interface Manifest {
  scripts: Record<string, string>
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
}

interface Locked {
  version: string
  license?: string
  dev?: boolean
  optional?: boolean
  peer?: boolean
  devOptional?: boolean
  hasInstallScript?: boolean
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const manifest = JSON.parse(read('package.json')) as Manifest
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }
/** All that npm puts into an app with this package. */
const installed = Object.entries(packages).filter(([path, { dev, optional, peer, devOptional }]) => path && !dev && !optional && !peer && !devOptional)

test('nothing is run when the package is installed', () => {
  const names = ['preinstall', 'install', 'postinstall', 'prepare', 'preprepare', 'postprepare']
  expect(names.filter((name) => name in manifest.scripts)).toEqual([])
  expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([])
})

test('each dependency has its reason in docs/decisions', () => {
  const reasons = [...read('docs/decisions/0004-dependencies.md').matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name)
  const named = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)]
  expect(named.filter((name) => !['react', 'react-dom'].includes(name) && !reasons.includes(name))).toEqual([])
})

test('what is installed is few packages, under licences that ask for nothing but their text', () => {
  expect(installed.length).toBeGreaterThan(5)
  expect(installed.length).toBeLessThan(25)
  const allowed = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0']
  expect(installed.filter(([, { license }]) => !allowed.includes(license ?? '')).map(([path]) => path)).toEqual([])
})

test('a release needs a tag, a version and a changelog that name the same', () => {
  const changelog = '# Changelog\n\n## Unreleased\n\n## 1.2.3 - 2026-11-24\n\n- Something.\n\n## 1.2.2\n\n- Before.\n'
  expect(faultsOf('v1.2.3', '1.2.3', changelog, true)).toEqual([])
  expect(faultsOf('v1.2.3', '1.2.3', changelog, false)).toHaveLength(1)
  expect(faultsOf('v1.2.4', '1.2.3', changelog, true)).toHaveLength(1)
  expect(faultsOf('v1.2.4', '1.2.4', changelog, true)).toHaveLength(1)
  expect(faultsOf('v1.2.3', '1.2.3', changelog.replace('## 1.2.3', '- Late.\n\n## 1.2.3'), true)).toHaveLength(1)
})
