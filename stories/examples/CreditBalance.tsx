import { CreditBalance } from 'audiopod-react'

export function Header() {
  return <CreditBalance variant="badge" />
}

export function Billing({ goToCheckout }: { goToCheckout: () => void }) {
  return <CreditBalance lowBalance={5000} onAddFunds={goToCheckout} />
}
