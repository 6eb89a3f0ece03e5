import { UsageTable } from 'audiopod-react'

export function Charges() {
  return <UsageTable pageSize={25} headingLevel={3} />
}
