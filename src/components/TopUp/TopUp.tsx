'use client'

import { type ReactElement, useEffect, useRef, useState } from 'react'
import type { TopUp as OpenedCheckout } from '../../api/types.js'
import { useSession } from '../../react/SessionContext.js'
import { usePausedUntil } from '../../react/usePausedUntil.js'
import { useTopUp } from '../../react/useTopUp.js'
import { checkoutUrl } from './checkoutUrl.js'
import { type TopUpAppearance, TopUpView } from './TopUpView.js'
import { useReturn } from './useReturn.js'

/** A checkout that was opened. Nothing is charged until the person pays there. */
export type TopUp = OpenedCheckout

export interface TopUpProps extends TopUpAppearance {
  /**
   * Takes the person to the checkout: an address with https, or with http on this machine. In a page within a frame,
   * `(url) => window.open(url, '_blank')`, since checkouts refuse to be framed.
   * @default (url) => location.assign(url)
   */
  onCheckout?: ((url: string, checkout: TopUp) => void) | undefined
  /** For accounts that answer the id of a session in place of an address: takes the person there. */
  onCheckoutSession?: ((sessionId: string, checkout: TopUp) => void) | undefined
}

/** A payment is told to the account by the payment service, which may take a while. */
const LOOK_AGAIN_MS = [5000, 15_000, 40_000] as const

/**
 * Adds funds: an amount within what the account allows, what it buys, and the way to the checkout. When the person
 * comes back, the balance is loaded again, and the widget says what has changed. Needs the permission
 * `credits:top-up`, and `credits:read`.
 *
 * @example
 * <TopUp amounts={[1000, 5000]} />
 */
export function TopUp(props: TopUpProps): ReactElement {
  // A checkout of one user is not for the next.
  const { visit } = useSession()
  return <ConnectedTopUp key={`${visit} ${props.of}`} {...props} />
}

function ConnectedTopUp({ onCheckout = goTo, onCheckoutSession, ...props }: TopUpProps): ReactElement {
  const { mutate, topUp, repeat, check, checkout, growth, isResumed, ...rest } = useTopUp({ of: props.of })
  const pausedUntil = usePausedUntil()
  // How often the balance has been loaded since the person came back.
  const [looks, setLooks] = useState(0)
  const [hasReturned, setReturned] = useState(false)
  const isLeaving = useRef(false)
  const isMounted = useMountedRef()

  const url = checkoutUrl(checkout?.url)
  const canLeave = url !== undefined || (checkout?.sessionId !== undefined && onCheckoutSession !== undefined)
  const isAway = checkout !== undefined && canLeave && growth === undefined

  const leaveFor = (opened: TopUp) => {
    const address = checkoutUrl(opened.url)
    if (address !== undefined) onCheckout(address, opened)
    else if (opened.url === undefined && opened.sessionId !== undefined) onCheckoutSession?.(opened.sessionId, opened)
  }
  const open = (run: () => Promise<TopUp | undefined>) => {
    if (isLeaving.current) return
    isLeaving.current = true
    setLooks(0)
    setReturned(false)
    void run()
      .then((opened) => {
        if (opened && isMounted.current) leaveFor(opened)
      })
      .finally(() => {
        isLeaving.current = false
      })
  }
  const look = () => {
    setReturned(true)
    void check().then(() => setLooks(1))
  }

  useReturn(isAway, look)
  // From where nobody could be sent nobody comes back.
  const resume = canLeave ? look : rest.reset
  const latestResume = useRef(resume)
  useEffect(() => {
    latestResume.current = resume
  })
  useEffect(() => {
    if (isResumed) latestResume.current()
  }, [isResumed])
  const wait = isAway && looks > 0 ? LOOK_AGAIN_MS[looks - 1] : undefined
  useEffect(() => {
    if (wait === undefined) return undefined
    const timer = setTimeout(() => void check().then(() => setLooks((count) => count + 1)), wait)
    return () => clearTimeout(timer)
  }, [wait, check])

  return (
    <TopUpView
      {...props}
      {...rest}
      canLeave={canLeave}
      checkout={checkout}
      growth={growth}
      hasLooked={looks > 0}
      hasReturned={hasReturned}
      onCheck={look}
      onContinue={() => checkout && leaveFor(checkout)}
      onRefresh={() => void mutate().catch(() => undefined)}
      onRepeat={() => open(repeat)}
      onTopUp={(cents) => open(() => topUp(cents))}
      pausedUntil={pausedUntil}
    />
  )
}

function goTo(url: string): void {
  window.location.assign(url)
}

function useMountedRef(): { readonly current: boolean } {
  const isMounted = useRef(false)
  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
    }
  }, [])
  return isMounted
}
