import { WalletBalance } from 'audiopod-react'

export function Billing({ goToCheckout }: { goToCheckout: () => void }) {
  return <WalletBalance onAddFunds={goToCheckout} />
}
