import { createKey, listKeys, revokeKey } from './keys.js'
import { getAccount } from './account.js'
import { getCredits, getCreditUsage, getPrices } from './credits.js'
import { getTopUpLimits, topUpCredits, topUpWallet } from './topUps.js'
import { estimate, getWallet, getWalletPrices, getWalletUsage } from './wallet.js'
import { getVoice, listVoices } from './voices.js'
import { createSpeech, getSpeech } from './speech.js'
import type { SimulatedOperation } from './types.js'
import type { World } from './world.js'

/** A request to an operation, taken apart. */
export interface Call {
  /** The ids in the path, decoded. */
  params: Record<string, string>
  query: URLSearchParams
  headers: Headers
  body: string
  /** Of the URL that was asked, which the URLs in the answer begin with. */
  origin: string
}

export interface Route {
  operation: SimulatedOperation
  method: 'GET' | 'POST' | 'DELETE'
  /** Below `/api/v1`. */
  path: string
  answer: (world: World, call: Call) => Response
}

const route = (
  operation: SimulatedOperation,
  method: Route['method'],
  path: string,
  answer: Route['answer'],
): Route => ({ operation, method, path, answer })

/** AudioPod's API reference, an operation a line. */
export const routes: readonly Route[] = [
  route('account.get', 'GET', '/auth/me', getAccount),
  route('apiKeys.list', 'GET', '/auth/api-keys', listKeys),
  route('apiKeys.create', 'POST', '/auth/api-keys', createKey),
  route('apiKeys.revoke', 'DELETE', '/auth/api-keys/:id', revokeKey),
  route('credits.usage', 'GET', '/credits/usage', getCreditUsage),
  route('credits.prices', 'GET', '/credits/multipliers', getPrices),
  route('credits.topUpLimits', 'GET', '/credits/payg/info', getTopUpLimits),
  route('credits.topUp', 'POST', '/credits/payg/create-checkout-session', topUpCredits),
  route('credits.get', 'GET', '/credits', getCredits),
  route('wallet.get', 'GET', '/api-wallet/balance', getWallet),
  route('wallet.usage', 'GET', '/api-wallet/usage', getWalletUsage),
  route('wallet.prices', 'GET', '/api-wallet/pricing', getWalletPrices),
  route('wallet.estimate', 'POST', '/api-wallet/estimate', estimate),
  route('wallet.topUp', 'POST', '/api-wallet/topup/checkout', topUpWallet),
  route('voices.list', 'GET', '/voice/voice-profiles', listVoices),
  route('voices.get', 'GET', '/voice/voices/:voice_id/status', getVoice),
  route('speech.create', 'POST', '/voice/voices/:voice_id/generate', createSpeech),
  route('speech.get', 'GET', '/voice/tts-jobs/:job_id/status', getSpeech),
]

const patterns = routes.map(({ path }) => {
  const names: string[] = []
  const source = path.replace(/:(\w+)/g, (_, name: string) => {
    names.push(name)
    return '([^/]+)'
  })
  return { pattern: new RegExp(`^(.*)${source}$`), names }
})

export interface RouteMatch {
  route: Route
  params: Record<string, string>
  /** Before the documented path; it ends in `/api/v1` for the real API. */
  prefix: string
}

/** The operation that a path ends in. */
export function matchRoute(method: string, pathname: string): RouteMatch | { allow: string[] } | undefined {
  const allow: string[] = []
  for (const [i, found] of routes.entries()) {
    const { pattern, names } = patterns[i] as (typeof patterns)[number]
    const match = pattern.exec(pathname)
    if (!match) continue
    if (found.method !== method) {
      allow.push(found.method)
      continue
    }
    const params = Object.fromEntries(names.map((name, at) => [name, decoded(match[at + 2] as string)]))
    return { route: found, params, prefix: match[1] as string }
  }
  return allow.length > 0 ? { allow } : undefined
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
