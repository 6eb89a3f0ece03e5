import { isId } from '../api/index.js'
import { hex, join } from './hash.js'
import { makeRoom } from './makeRoom.js'

/**
 * Job ids leave the proxy sealed: `<id>.<HMAC-SHA256 of user and id, in hex>`. Another user's id, a guess or a raw
 * one does not open, so no database has to remember whose job is whose; any instance with the same secret opens it.
 */
export interface JobIds {
  seal(userId: string, id: string): Promise<string>
  /** The id inside; undefined if it was not sealed for this user by us. */
  open(userId: string, sealed: string): Promise<string | undefined>
}

const encoder = new TextEncoder()
const MAC_LENGTH = 64
/** A job is asked for every few seconds while it runs: as many of them as run at a time. */
const MAX_OPENED = 2000

/** `secrets`, newest first: the first seals, all of them open. */
export function createJobIds(secrets: readonly string[]): JobIds {
  const keys = Promise.all(secrets.map(deriveKey))
  // Asked for before anyone waits for it; a failure shows at the first request.
  keys.catch(() => {})
  /**
   * What was opened lately, by user and sealed id. Never what was refused: guesses must neither be remembered nor push
   * out what is true. Found by the whole of both, so it opens nothing that the secrets here have not opened.
   */
  const opened = new Map<string, string>()
  const remember = (place: string, id: string) => {
    makeRoom(opened, MAX_OPENED)
    opened.set(place, id)
  }
  return {
    async seal(userId, id) {
      const [newest] = await keys
      if (!newest) throw new Error('There is no secret to seal with.')
      return `${id}.${hex(await crypto.subtle.sign('HMAC', newest, message(userId, id)))}`
    },
    async open(userId, sealed) {
      const place = join(userId, sealed)
      const known = opened.get(place)
      if (known !== undefined) return known
      const dot = sealed.lastIndexOf('.')
      const id = sealed.slice(0, Math.max(dot, 0))
      const mac = bytes(sealed.slice(dot + 1))
      if (!isId(id) || !mac) return undefined
      for (const key of await keys) {
        if (!(await crypto.subtle.verify('HMAC', key, mac, message(userId, id)))) continue
        remember(place, id)
        return id
      }
      return undefined
    },
  }
}

const message = (userId: string, id: string) => encoder.encode(join('job', userId, id))

/** HKDF, so that what signs ids is of no use for anything else, an API key least of all. */
async function deriveKey(secret: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: encoder.encode('audiopod-react job ids v1') },
    material,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign', 'verify'],
  )
}

/** Lower-case hex alone, so that one seal has one spelling. */
function bytes(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length !== MAC_LENGTH || !/^[0-9a-f]+$/.test(text)) return undefined
  return Uint8Array.from({ length: MAC_LENGTH / 2 }, (_, i) => Number.parseInt(text.slice(i * 2, i * 2 + 2), 16))
}
