import type { Account } from '../types.js'
import { boolean, compact, expectObject, expectSomething, id, pick, text, time, unwrap } from './read.js'

/** `GET /auth/me` */
export function decodeAccount(body: unknown): Account {
  const source = expectObject(unwrap(body, 'data', 'user'), 'an account')
  const account = compact<Account>({
    id: pick(source, ['id', 'user_id', 'uuid'], id),
    email: pick(source, ['email'], text),
    fullName: pick(source, ['full_name', 'fullName', 'name'], text),
    isVerified: pick(source, ['is_verified', 'isVerified', 'email_verified'], boolean),
    createdAt: pick(source, ['created_at', 'createdAt'], time),
  })
  return expectSomething(account, 'an account')
}
