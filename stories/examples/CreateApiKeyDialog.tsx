import { useState } from 'react'
import { CreateApiKeyDialog } from 'audiopod-react'

export function NewKey({ say }: { say: (words: string) => void }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        New key
      </button>
      <CreateApiKeyDialog open={open} onOpenChange={setOpen} onCreated={(key) => say(`${key.name} is ready`)} />
    </>
  )
}
