import type { CreatedApiKey } from '../../api/types.js'

/**
 * Holds a new key's secret until it is acknowledged. A closure, so that neither React's tree nor a developer
 * tool nor JSON shows it, and so that wiping it leaves no copy of ours behind.
 */
export interface SecretBox {
  readonly id: string
  readonly name: string
  /** The secret; empty once it was wiped. */
  read: () => string
  wipe: () => void
}

export function createSecretBox(created: CreatedApiKey): SecretBox {
  const { id, name = '' } = created
  let secret: string = created.secret
  return {
    id,
    name,
    read: () => secret,
    wipe() {
      secret = ''
    },
  }
}
