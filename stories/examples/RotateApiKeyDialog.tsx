import { useState } from 'react'
import { type ApiKey, RotateApiKeyDialog } from 'audiopod-react'

export function RotateKey({ apiKey }: { apiKey: ApiKey }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Rotate {apiKey.name}
      </button>
      <RotateApiKeyDialog apiKey={apiKey} open={open} onOpenChange={setOpen} />
    </>
  )
}
