import { endedBySender, Refusal } from '../refusals.js'
import {
  ADDRESS_NOT_ALLOWED,
  errorCode,
  type Exchange,
  type Leaving,
  type Transport,
  type TransportAnswer,
  USER_AGENT,
} from '../transport.js'
import { checkClipUrl, notAllowed } from './clipUrl.js'

/** Stores redirect to the region that holds a file, seldom twice. */
const MAX_REDIRECTS = 3
const REDIRECTS = [301, 302, 303, 307, 308]

export interface ClipHosts {
  /** Checks each address that it connects to. */
  guarded: Transport
  /** For the origin `local` alone. */
  open: Transport
  /** The origin of `baseUrl`, where that is this machine. */
  local: string | undefined
}

export interface Clip {
  /** Where it was found in the end. */
  url: URL
  exchange: Exchange
  answer: TransportAnswer
}

/**
 * Asks a clip's host, and follows its redirects, each checked like the first address. The host gets no key, no cookie
 * and no word about the browser but the range.
 *
 * @throws Refusal
 */
export async function openClip(
  hosts: ClipHosts,
  link: string,
  range: Readonly<Record<string, string>>,
  leaving: Leaving,
): Promise<Clip> {
  let url = checkClipUrl(link, hosts.local)
  for (let redirects = 0; ; redirects++) {
    const { exchange, answer } = await ask(hosts, url, range, leaving)
    if (!REDIRECTS.includes(answer.status)) return { url, exchange, answer }
    exchange.cancel()
    const location = answer.headers.get('location')
    if (location === null || redirects === MAX_REDIRECTS) throw notAllowed('it leads on to no end')
    url = checkClipUrl(location, hosts.local, url)
  }
}

async function ask(hosts: ClipHosts, url: URL, range: Readonly<Record<string, string>>, leaving: Leaving) {
  if (leaving.aborted) throw endedBySender()
  const transport = url.origin === hosts.local ? hosts.open : hosts.guarded
  url.hash = ''
  // GET for HEAD as well: a signed address is good for one method.
  const headers = { accept: '*/*', 'user-agent': USER_AGENT, ...range }
  const exchange = transport.send({ url: url.href, method: 'GET', headers })
  const leave = () => exchange.cancel()
  leaving.addEventListener('abort', leave, { once: true })
  try {
    return { exchange, answer: await exchange.answer }
  } catch (error) {
    if (leaving.aborted) throw endedBySender()
    throw failure(errorCode(error))
  } finally {
    leaving.removeEventListener('abort', leave)
  }
}

function failure(code: string): Refusal {
  if (code === ADDRESS_NOT_ALLOWED) return notAllowed('its name leads to an address that is not public')
  if (code === 'timeout') return new Refusal(504, 'timeout', 'The audio did not come in time.')
  return new Refusal(502, 'server_error', 'The audio could not be fetched.', { reason: `no answer from the clip's host: ${code}` })
}
