import { useState } from 'react'
import { type ApiKey, ApiKeyTable, RevokeApiKeyDialog, useApiKeys } from 'audiopod-react'

export function Keys() {
  const keys = useApiKeys()
  const [revoking, setRevoking] = useState<ApiKey>()
  return (
    <>
      <ApiKeyTable {...keys} pageSize={50} onRevoke={setRevoking} />
      {revoking && <RevokeApiKeyDialog apiKey={revoking} open onOpenChange={() => setRevoking(undefined)} />}
    </>
  )
}
