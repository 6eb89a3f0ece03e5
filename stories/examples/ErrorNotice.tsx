import { ErrorNotice, useVoices } from 'audiopod-react'

export function Voices() {
  const { data, error, retry, mutate } = useVoices()
  if (error) {
    return (
      <ErrorNotice
        error={error}
        retry={retry}
        onRetry={() => void mutate()}
        actions={{ unauthorized: <a href="/sign-in">Sign in</a> }}
      />
    )
  }
  return (
    <ul>
      {data?.items.map((voice) => (
        <li key={voice.id}>{voice.name}</li>
      ))}
    </ul>
  )
}
