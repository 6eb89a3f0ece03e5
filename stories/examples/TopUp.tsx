import { TopUp } from 'audiopod-react'

export function AddCredits() {
  return <TopUp amounts={[1000, 5000, 20_000]} />
}

/** Checkouts refuse to be framed. */
export function AddFundsInAFrame() {
  return <TopUp of="wallet" onCheckout={(url) => window.open(url, '_blank')} />
}
