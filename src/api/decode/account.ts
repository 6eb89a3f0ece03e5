import type { Account } from '../types.js'
import { boolean, compact, expectObject, id, pick, required, text, time, unwrap } from './read.js'

/** `GET /auth/me` */
export function decodeAccount(body: unknown): Account {
  const source = expectObject(unwrap(body, 'data', 'user'), 'an account')
  return compact<Account>({
    id: required(pick(source, ['id', 'user_id', 'uuid'], id), 'the account id'),
    email: pick(source, ['email'], text),
    fullName: pick(source, ['full_name', 'fullName', 'name'], text),
    isVerified: pick(source, ['is_verified', 'isVerified', 'email_verified'], boolean),
    createdAt: pick(source, ['created_at', 'createdAt'], time),
  })
}
