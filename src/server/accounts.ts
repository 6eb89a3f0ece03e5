import { sha256 } from './hash.js'
import { makeRoom } from './makeRoom.js'
import { createJobIds, type JobIds } from './seal.js'

/** Far more keys than an app rotates through. */
const MAX_ACCOUNTS = 100

/** What depends on the key. `id` names the account in the store without giving the key away. */
export interface Account {
  id: string
  jobIds: JobIds
}

/** The few keys that a proxy sees, each derived once. */
export function createAccounts(secrets: readonly string[] | undefined): (apiKey: string) => Promise<Account> {
  const accounts = new Map<string, Promise<Account>>()
  return (apiKey) => {
    const known = accounts.get(apiKey)
    if (known) return known
    makeRoom(accounts, MAX_ACCOUNTS)
    const made = sha256(`account ${apiKey}`).then((id) => ({ id, jobIds: createJobIds(secrets ?? [apiKey]) }))
    accounts.set(apiKey, made)
    return made
  }
}
