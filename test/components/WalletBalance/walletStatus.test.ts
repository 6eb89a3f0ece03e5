import { expect, it } from 'vitest'
import { walletState } from '../../../src/components/WalletBalance/walletStatus.js'
import { NetworkError, PermissionError, RateLimitError } from '../../../src/errors/index.js'

const nothing = { data: undefined, error: undefined, retry: undefined }

it('is loading until something is known', () => {
  expect(walletState(nothing)).toBe('loading')
  expect(walletState({ ...nothing, error: new NetworkError('') })).toBe('failed')
  expect(walletState({ ...nothing, error: new PermissionError('') })).toBe('forbidden')
  const retry = { attempt: 1, retryAt: '2026-11-23T09:00:24Z', now: () => {} }
  expect(walletState({ ...nothing, error: new RateLimitError(''), retry })).toBe('waiting')
})

it('is low where the account says so, or below what the app says', () => {
  expect(walletState({ ...nothing, data: { balanceCents: 420 } })).toBe('loaded')
  expect(walletState({ ...nothing, data: { balanceCents: 420, lowBalance: true } })).toBe('low')
  expect(walletState({ ...nothing, data: { balanceCents: 420, lowBalance: true }, lowBalance: 100 })).toBe('loaded')
  expect(walletState({ ...nothing, data: { balanceCents: 420 }, lowBalance: 421 })).toBe('low')
})

it('is empty at nothing and below', () => {
  expect(walletState({ ...nothing, data: { balanceCents: 0, lowBalance: true } })).toBe('empty')
  expect(walletState({ ...nothing, data: { balanceCents: -120 } })).toBe('empty')
})

it('keeps its figure through an error', () => {
  expect(walletState({ ...nothing, data: { balanceCents: 5 }, error: new PermissionError('') })).toBe('loaded')
})
