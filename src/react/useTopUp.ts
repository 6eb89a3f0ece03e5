'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Credits, creditsGet, type TopUp, type TopUpLimits, type Wallet, walletGet } from '../api/index.js'
import { TOP_UP_CENTS, TOP_UP_USD } from '../api/limits.js'
import { creditsOf, walletOf } from '../client/index.js'
import { type AudioPodError, isAudioPodError } from '../errors/index.js'
import { checkoutPlaceOf } from '../state/index.js'
import type { KeptCheckout } from '../state/keptCheckout.js'
import { alwaysThere } from './alwaysThere.js'
import { useSession } from './SessionContext.js'
import type { UseTopUpResult } from './types.js'
import { usePlainQuery, useQuery } from './useQuery.js'

export interface UseTopUpOptions {
  /** What is topped up: the account's credits, or the prepaid wallet. @default 'credits' */
  of?: 'credits' | 'wallet' | undefined
}

interface Opened {
  visit: number
  topUp: TopUp
  /** The balance as it was known when the checkout was asked for. */
  known: number | undefined
  /** What growth is counted from; undefined until the balance of that moment has been loaded. */
  before?: number | undefined
  /** It was opened before this page was. */
  isResumed?: true
}

const loadKeeping = () => import('../state/keptCheckout.js')

const countFrom = (before: number | undefined) => (opened: Opened | undefined) =>
  opened && opened.before === undefined ? { ...opened, before } : opened

/**
 * Opens checkouts that top up the account, and tells whether the balance has grown since. `data` is what a top-up may
 * be: told by the account for credits, AudioPod's documented limits for the wallet. Nothing is charged before the
 * person pays at the checkout.
 *
 * @example
 * const { data: limits, topUp, growth } = useTopUp()
 * const checkout = await topUp(2500)
 * if (checkout?.url) location.assign(checkout.url)
 */
export function useTopUp({ of = 'credits' }: UseTopUpOptions = {}): UseTopUpResult {
  const { session, onError, visit } = useSession()
  const told = useQuery<TopUpLimits>(
    'credits.topUpLimits',
    {},
    (connection, options) => creditsOf(connection).topUpLimits(options),
    of === 'credits',
  )
  const balance = usePlainQuery<Credits | Wallet>(of === 'credits' ? creditsGet : walletGet)
  const amount = amountOf(balance.data)
  const [opened, setOpened] = useState<Opened>()
  const [failure, setFailure] = useState<AudioPodError>()
  const [running, setRunning] = useState<Promise<TopUp | undefined>>()
  // State is a render late for a second press.
  const inHand = useRef<Promise<TopUp | undefined>>(undefined)
  /** Whose balance may still be written beside it. */
  const latest = useRef<TopUp>(undefined)

  const { connection } = session
  const kept = useMemo(() => checkoutPlaceOf(session.keeping, of), [session, of])
  const isMounted = useRef(false)
  // The way to a checkout and back is mostly a new page.
  useEffect(() => {
    isMounted.current = true
    let isCurrent = true
    const resume = (found: KeptCheckout | undefined) => {
      if (!found || !isCurrent) return
      const { topUp, before } = found
      setOpened((now) => (now?.visit === visit ? now : { visit, topUp, known: before, before, isResumed: true }))
    }
    if (kept.isUsed()) loadKeeping().then(({ readCheckout }) => resume(readCheckout(kept)), () => {})
    return () => {
      isCurrent = false
      isMounted.current = false
    }
  }, [kept, visit])
  const keep = useCallback(
    // Where the code for it does not come, nothing is kept.
    (checkout: KeptCheckout | undefined) =>
      void loadKeeping().then(({ writeCheckout }) => writeCheckout(kept, checkout), () => {}),
    [kept],
  )
  const forget = useCallback(() => {
    latest.current = undefined
    setOpened(undefined)
    keep(undefined)
  }, [keep])

  const { mutate } = balance
  const start = useCallback(
    (open: () => Promise<TopUp>): Promise<TopUp | undefined> => {
      if (inHand.current) return inHand.current
      // What is known of the balance may be old, and say nothing of what this payment brings. Nobody waits for it.
      const fresh = mutate().then(amountOf, () => amount)
      const run = open()
        .then(
          (topUp) => {
            setOpened({ visit, topUp, known: amount })
            // Who has left this page meanwhile is sent nowhere.
            if (isMounted.current) latest.current = topUp
            const countedFrom = (before: number | undefined) => {
              if (before !== undefined && latest.current === topUp) keep({ topUp, before })
            }
            countedFrom(amount)
            void fresh.then((before) => {
              setOpened((now) => (now?.topUp === topUp ? countFrom(before)(now) : now))
              countedFrom(before)
            })
            return topUp
          },
          (error: unknown) => {
            if (!isAudioPodError(error)) throw error
            setFailure(error)
            onError(error)
            return undefined
          },
        )
        .finally(() => {
          inHand.current = undefined
          setRunning(undefined)
        })
      inHand.current = run
      setFailure(undefined)
      forget()
      setRunning(run)
      return run
    },
    [amount, forget, keep, mutate, onError, visit],
  )
  const topUp = useCallback(
    (amountCents: number) =>
      start(() =>
        of === 'credits'
          ? creditsOf(connection).topUp({ amountUsd: amountCents / 100 })
          : walletOf(connection).topUp({ amountCents }),
      ),
    [connection, of, start],
  )
  const repeat = useCallback(
    () =>
      failure?.code === 'unknown_outcome' ? start(() => failure.retry() as Promise<TopUp>) : Promise.resolve(undefined),
    [failure, start],
  )
  const inCheck = useRef<Promise<void>>(undefined)
  const check = useCallback((): Promise<void> => {
    // A balance that has not come by now may hold the payment already.
    setOpened((now) => countFrom(now?.known)(now))
    inCheck.current ??= mutate()
      .then(
        () => undefined,
        // What went wrong is in `balanceError`.
        () => undefined,
      )
      .finally(() => {
        inCheck.current = undefined
      })
    return inCheck.current
  }, [mutate])
  const reset = useCallback(() => {
    forget()
    setFailure(undefined)
  }, [forget])

  // A checkout of the user before is none of this one's.
  const current = opened?.visit === visit ? opened : undefined
  const before = current?.before
  const hasGrown = before !== undefined && amount !== undefined && amount > before
  useEffect(() => {
    if (!hasGrown) return
    latest.current = undefined
    keep(undefined)
  }, [hasGrown, keep])
  return {
    ...told,
    ...(of === 'wallet' && alwaysThere),
    data: of === 'credits' ? told.data && withinDocumented(told.data) : walletLimits,
    balance: amount,
    balanceError: balance.error,
    topUp,
    repeat,
    isOpening: running !== undefined,
    failure,
    checkout: current?.topUp,
    isResumed: current?.isResumed ?? false,
    growth: hasGrown ? { before, after: amount } : undefined,
    check,
    isChecking: balance.isValidating,
    reset,
  }
}

const walletLimits: TopUpLimits = {
  minAmountUsd: TOP_UP_CENTS.min / 100,
  maxAmountUsd: TOP_UP_CENTS.max / 100,
  currency: 'USD',
}

/** The client refuses what AudioPod's documentation does not allow, so no account's own limits reach past that. */
function withinDocumented(limits: TopUpLimits): TopUpLimits {
  const { minAmountUsd = TOP_UP_USD.min, maxAmountUsd = TOP_UP_USD.max } = limits
  return {
    ...limits,
    minAmountUsd: Math.max(minAmountUsd, TOP_UP_USD.min),
    maxAmountUsd: Math.min(maxAmountUsd, TOP_UP_USD.max),
  }
}

/** Whole credits, or cents. */
function amountOf(balance: Credits | Wallet | undefined): number | undefined {
  if (balance === undefined) return undefined
  return 'balanceCents' in balance ? balance.balanceCents : balance.totalAvailable
}
