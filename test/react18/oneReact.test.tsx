import { renderHook } from '@testing-library/react'
import { version } from 'react'
import { version as versionOfDom } from 'react-dom'
import useSWR from 'swr'
import { expect, test } from 'vitest'

test('these tests run on React 18, and what imports React meets the same one', () => {
  expect(version).toMatch(/^18\./)
  expect(versionOfDom).toMatch(/^18\./)
  // A second React would throw here: a hook outside of its own renderer.
  expect(renderHook(() => useSWR<string>(null)).result.current.data).toBeUndefined()
})
