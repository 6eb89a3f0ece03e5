import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { operationsPage } from '../../scripts/docs.mjs'
import { operations } from '../../src/api/operations.js'

test('docs/operations.md is printed from the table as it is now: npm run docs', () => {
  const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8')
  expect(page).toBe(operationsPage(operations))
})
