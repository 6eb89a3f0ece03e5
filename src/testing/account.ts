import { json } from './answers.js'
import type { World } from './world.js'

export function getAccount({ account }: World): Response {
  return json({
    id: account.id,
    email: account.email,
    full_name: account.fullName,
    is_verified: account.isVerified,
    created_at: account.createdAt,
  })
}
