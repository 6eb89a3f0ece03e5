import { useState } from 'react'
import { ApiKeySecret, type CreatedApiKey, useApiKeys } from 'audiopod-react'

export function KeyForCi() {
  const { create } = useApiKeys()
  const [created, setCreated] = useState<CreatedApiKey>()
  return (
    <>
      <button type="button" onClick={() => void create({ name: 'CI', expiresInDays: 90 }).then(setCreated)}>
        Make a key for CI
      </button>
      {created && <ApiKeySecret key={created.id} apiKey={created} onDone={() => setCreated(undefined)} />}
    </>
  )
}
