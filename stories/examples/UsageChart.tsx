import { UsageChart } from 'audiopod-react'

export function Usage() {
  return <UsageChart days={30} topServices={3} />
}
