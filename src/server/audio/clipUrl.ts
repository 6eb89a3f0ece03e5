import { addressIn } from '../transport.js'
import { Refusal } from '../refusals.js'
import { isLocalName, isPublicAddress } from './publicAddress.js'

/**
 * Where a clip may be fetched from: https on a public address, or the origin of `baseUrl` where that is this machine
 * (a simulator). Addresses behind names are checked by the transport when it connects.
 *
 * @throws Refusal
 */
export function checkClipUrl(address: string, local: string | undefined, base?: URL): URL {
  const url = parse(address, base)
  if (!url) throw notAllowed('it is no URL')
  if (url.username || url.password) throw notAllowed('it holds a user name or a password')
  if (url.origin === local) return url
  if (url.protocol !== 'https:') throw notAllowed(`it begins ${url.protocol}, not https:`)
  const ip = addressIn(url)
  const isPrivate = ip === undefined ? isLocalName(url.hostname) : !isPublicAddress(ip)
  if (isPrivate) throw notAllowed(`${url.hostname} is no public address`)
  return url
}

function parse(address: string, base: URL | undefined): URL | undefined {
  return URL.canParse(address, base) ? new URL(address, base) : undefined
}

/** The address itself is for nobody: it may hold a token. */
export const notAllowed = (why: string): Refusal =>
  new Refusal(502, 'invalid_response', 'The audio lies where this server does not fetch from.', {
    reason: `the audio's address is refused: ${why}`,
  })
