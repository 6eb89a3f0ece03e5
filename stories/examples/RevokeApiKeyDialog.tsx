import { useState } from 'react'
import { type ApiKey, RevokeApiKeyDialog } from 'audiopod-react'

export function RevokeKey({ apiKey }: { apiKey: ApiKey }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Revoke {apiKey.name}
      </button>
      <RevokeApiKeyDialog apiKey={apiKey} open={open} onOpenChange={setOpen} />
    </>
  )
}
