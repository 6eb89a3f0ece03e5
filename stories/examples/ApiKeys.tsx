import { ApiKeys } from 'audiopod-react'

export function Keys({ isAdmin }: { isAdmin: boolean }) {
  return <ApiKeys readOnly={!isAdmin} />
}
