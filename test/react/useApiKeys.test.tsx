import { act, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useApiKeys } from '../../src/react/useApiKeys.js'
import { createKit, renderHookWithKit } from '../support/renderWithKit.js'

test('a new key appears in the list, and its secret in the returned value alone', async () => {
  const kit = createKit({ keys: [] })
  const { result } = renderHookWithKit(() => useApiKeys(), kit)
  await waitFor(() => expect(result.current.data).toEqual([]))
  const created = await act(() => result.current.create({ name: 'Staging', expiresInDays: 30 }))
  expect(created.secret).toMatch(/^ap_/)
  await waitFor(() => expect(result.current.data).toHaveLength(1))
  expect(result.current.data?.[0]).toMatchObject({ name: 'Staging', status: 'active' })
  expect(JSON.stringify(result.current.data)).not.toContain(created.secret)
})

test('a revoked key leaves the list of active ones', async () => {
  const kit = createKit({ keys: [{ name: 'Old' }, { name: 'New' }] })
  const { result } = renderHookWithKit(() => useApiKeys({ status: 'active' }), kit)
  await waitFor(() => expect(result.current.data).toHaveLength(2))
  const old = result.current.data?.find((key) => key.name === 'Old')
  await act(() => result.current.revoke(old?.id ?? ''))
  await waitFor(() => expect(result.current.data?.map((key) => key.name)).toEqual(['New']))
})

test('a refused revocation rejects and the key stays', async () => {
  const kit = createKit({ keys: [{ name: 'Old' }] })
  const { result } = renderHookWithKit(() => useApiKeys(), kit)
  await waitFor(() => expect(result.current.data).toHaveLength(1))
  kit.simulator.fail('apiKeys.revoke', { status: 403 })
  const id = result.current.data?.[0]?.id ?? ''
  await act(async () => {
    await expect(result.current.revoke(id)).rejects.toMatchObject({ code: 'forbidden' })
  })
  expect(result.current.data?.[0]?.status).toBe('active')
})

test('a key that is gone already counts as revoked', async () => {
  const kit = createKit({ keys: [] })
  const { result } = renderHookWithKit(() => useApiKeys(), kit)
  await waitFor(() => expect(result.current.data).toBeDefined())
  await act(() => expect(result.current.revoke('12345')).resolves.toBeUndefined())
})

test('after a creation whose answer was lost, the list is loaded again and shows the key', async () => {
  const kit = createKit({ keys: [] })
  const { result } = renderHookWithKit(() => useApiKeys(), kit)
  await waitFor(() => expect(result.current.data).toEqual([]))
  kit.simulator.fail('apiKeys.create', { network: true, after: true })
  await act(async () => {
    await expect(result.current.create({ name: 'Lost' })).rejects.toMatchObject({ code: 'unknown_outcome' })
  })
  await waitFor(() => expect(result.current.data?.map((key) => key.name)).toEqual(['Lost']))
  expect(kit.count('apiKeys.create')).toBe(1)
})

test('rotation makes a successor of the same name, and leaves the old key at work', async () => {
  const kit = createKit({ keys: [{ name: 'CI', description: 'Builds' }] })
  const { result } = renderHookWithKit(() => useApiKeys(), kit)
  await waitFor(() => expect(result.current.data).toHaveLength(1))
  const old = result.current.data?.[0]
  const created = await act(() => result.current.rotate(old?.id ?? '', { expiresInDays: 90 }))
  expect(created.secret).toMatch(/^ap_/)
  await waitFor(() => expect(result.current.data).toHaveLength(2))
  expect(result.current.data?.every((key) => key.name === 'CI' && key.status === 'active')).toBe(true)
})
