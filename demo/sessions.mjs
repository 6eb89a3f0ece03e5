// @ts-check
/** The demo's own sign-in: a signed cookie that no script can read. Yours may be any session library. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { users } from './users.mjs'

const COOKIE = 'demo_session'
const HOURS = 8

/** @typedef {ReturnType<typeof createSessions>} Sessions */

/** Each start of the demo has a secret of its own, so that a cookie of an earlier one is worth nothing. */
export function createSessions(secret = randomBytes(32), now = Date.now) {
  const sign = (/** @type {string} */ text) => createHmac('sha256', secret).update(text).digest()

  return {
    /**
     * The user whose cookie this is; null for a person who signed out; undefined for no valid cookie.
     * @param {string | null | undefined} cookies the `Cookie` header
     */
    read(cookies) {
      for (const cookie of (cookies ?? '').split(';')) {
        const [name, value = ''] = cookie.trim().split('=')
        const [payload = '', signature = ''] = value.split('.')
        const given = Buffer.from(signature, 'base64url')
        const expected = sign(payload)
        if (name !== COOKIE || given.length !== expected.length || !timingSafeEqual(given, expected)) continue
        const { userId, until } = JSON.parse(Buffer.from(payload, 'base64url').toString())
        if (until <= now()) continue
        return users.find(({ id }) => id === userId) ?? null
      }
      return undefined
    },

    /**
     * A `Set-Cookie` header. Not `Secure`, since the demo is served as http on localhost; yours must be.
     * @param {string | null} userId null for nobody
     */
    write(userId) {
      const payload = Buffer.from(JSON.stringify({ userId, until: now() + HOURS * 3_600_000 })).toString('base64url')
      const value = `${payload}.${sign(payload).toString('base64url')}`
      return `${COOKIE}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${HOURS * 3600}`
    },
  }
}
