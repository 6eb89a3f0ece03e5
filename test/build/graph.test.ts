import { describe, expect, test } from 'vitest'
import { builtFiles, packagesOf, reachedFrom, type BuiltFile } from './support/dist.js'

const fromReact = /^(?:react|react-dom|swr|zustand|downshift)(?:\/|$)/
/** The index only passes them on, and must stay importable where there is no client. */
const usesHooks = ({ path, imports }: BuiltFile): boolean =>
  path !== 'index.js' &&
  imports.some(({ names }) => names.some((name) => /^use[A-Z]|^createContext$|^Component$|^createPortal$/.test(name)))

describe('server', () => {
  test('reaches no file that React, SWR or zustand is in', () => {
    expect(packagesOf(reachedFrom('server.js')).filter((name) => !name.startsWith('node:'))).toEqual([])
  })

  test('reaches only its own files, api and errors', () => {
    const folders = new Set(reachedFrom('server.js').map(({ path }) => path.split('/')[0]))
    expect([...folders].sort()).toEqual(['api', 'errors', 'server', 'server.js', 'version.js'])
  })
})

describe('testing', () => {
  test('needs msw and nothing else', () => {
    expect(packagesOf(reachedFrom('testing.js'))).toEqual(['msw'])
  })

  test('reaches only its own files', () => {
    const folders = new Set(reachedFrom('testing.js').map(({ path }) => path.split('/')[0]))
    expect([...folders].sort()).toEqual(['testing', 'testing.js'])
  })
})

test('the client, the errors and the state run where there is no React', () => {
  const pure = builtFiles.filter(({ path }) => /^(?:api|errors|schedule|client|state)\//.test(path))
  expect(pure.length).toBeGreaterThan(10)
  expect(packagesOf(pure).filter((name) => name !== 'zustand/vanilla')).toEqual([])
})

test('the index imports no module of Node', () => {
  expect(packagesOf(reachedFrom('index.js')).filter((name) => name.startsWith('node:'))).toEqual([])
})

describe("'use client'", () => {
  test('stands in every file that uses hooks', () => {
    const files = builtFiles.filter(usesHooks)
    expect(files.length).toBeGreaterThan(5)
    expect(files.filter(({ isClient }) => !isClient).map(({ path }) => path)).toEqual([])
  })

  test('stands in no file that has nothing of React', () => {
    const marked = builtFiles.filter(({ isClient }) => isClient)
    const wrong = marked.filter((file) => !usesHooks(file) && !packagesOf([file]).some((name) => fromReact.test(name)))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  test('does not make the client and the errors of the index unusable on a server', () => {
    const marked = [...reachedFrom('server.js'), ...reachedFrom('testing.js'), ...builtFiles].filter(
      ({ path, isClient }) => isClient && !/^(?:react|components|theme|i18n)\//.test(path),
    )
    expect(marked.map(({ path }) => path)).toEqual([])
  })
})
