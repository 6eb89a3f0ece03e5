import { isAudioPodError, RateLimitNotice, useCredits } from 'audiopod-react'

export function Balance() {
  const { data, error, retry } = useCredits()
  if (isAudioPodError(error, 'rate_limit_exceeded')) {
    return <RateLimitNotice error={error} retryAt={retry?.retryAt} onRetryNow={retry?.now} purpose="retry" />
  }
  return data?.totalAvailable === undefined ? null : <p>{data.totalAvailable} credits</p>
}
