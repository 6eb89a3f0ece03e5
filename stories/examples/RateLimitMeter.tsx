import { RateLimitMeter } from 'audiopod-react'

export function Limit() {
  return <RateLimitMeter />
}
