import { describe, expect, it } from 'vitest'
import { matchOperation, methodsOf, type Operation, operations, permissions } from '../../src/api/index.js'

const rows: [string, Operation][] = Object.entries(operations)

describe('the table of operations', () => {
  it('has each method and path once', () => {
    const keys = rows.map(([, { method, path }]) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`)
    expect(new Set(keys).size).toBe(rows.length)
  })

  it.each(rows)('declares %s consistently', (_, row) => {
    expect(permissions).toContain(row.permission)
    const inPath = [...row.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    expect((row.params ?? []).map(({ wire }) => wire)).toEqual(inPath)
    if (row.method === 'GET') expect(row.effect).toBe('read')
    if (row.idempotent || row.secret) expect(row.effect).toBe('change')
    if (row.method === 'POST' && row.effect === 'change') expect(row.idempotent).toBe(true)
  })

  it.each(rows)('finds %s by its method and path', (name, row) => {
    const path = row.path.replace(/\{\w+\}/g, 'x-1')
    expect(matchOperation(row.method, path)?.name).toBe(name)
    expect(methodsOf(path)).toContain(row.method)
  })

  it('knows nothing else', () => {
    for (const path of ['', '/', '/credits/', '//credits', '/credits/usage/x', '/auth', '/voice/voices/x/y/status']) {
      expect(matchOperation('GET', path)).toBeUndefined()
    }
    expect(matchOperation('PUT', '/credits')).toBeUndefined()
    expect(methodsOf('/nothing')).toEqual([])
  })
})
