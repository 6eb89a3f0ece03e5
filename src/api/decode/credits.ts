import type { Credits, CreditUsage, Prices, TopUp, TopUpLimits } from '../types.js'
import {
  centsOfDollars,
  compact,
  DecodeError,
  expectList,
  expectObject,
  expectSomething,
  id,
  number,
  pick,
  text,
  time,
  unwrap,
  url,
  whole,
  word,
} from './read.js'

/** `GET /credits` */
export function decodeCredits(body: unknown): Credits {
  const source = expectObject(unwrap(body, 'data', 'credits'), 'a credit balance')
  const subscription = pick(source, ['credits_balance', 'balance', 'subscription_credits'], whole)
  const payAsYouGo = pick(source, ['payg_balance', 'payg_credits'], whole)
  const told = pick(source, ['total_available_credits', 'total_available', 'available_credits'], whole)
  const summed = subscription !== undefined && payAsYouGo !== undefined ? subscription + payAsYouGo : undefined
  const credits = compact<Credits>({
    totalAvailable: told ?? summed,
    subscription,
    payAsYouGo,
    totalUsed: pick(source, ['total_credits_used', 'total_used', 'credits_used'], whole),
    perMonth: pick(source, ['credits_per_month', 'monthly_credits'], whole),
    nextResetAt: pick(source, ['next_reset_date', 'next_reset_at'], time),
    lastResetAt: pick(source, ['last_reset_at', 'last_reset_date'], time),
  })
  return expectSomething(credits, 'a balance')
}

/** `GET /credits/usage` */
export function decodeCreditUsage(body: unknown): CreditUsage[] {
  const { items } = expectList(body, 'a list of charges', ['usage', 'logs'])
  return items.map((item) => {
    const source = expectObject(item, 'a charge')
    return compact<CreditUsage>({
      id: pick(source, ['id', 'uuid'], id),
      credits: pick(source, ['credits_used', 'credits', 'amount'], whole),
      service: pick(source, ['service_type', 'service'], text),
      seconds: pick(source, ['audio_duration', 'duration_seconds', 'seconds'], number),
      source: pick(source, ['credit_source', 'source'], creditSource),
      createdAt: pick(source, ['created_at'], time),
    })
  })
}

function creditSource(value: unknown): CreditUsage['source'] {
  const name = word(value)
  if (name === 'subscription') return 'subscription'
  return name === 'payg' || name === 'pay_as_you_go' ? 'payg' : undefined
}

/** `GET /credits/multipliers` */
export function decodePrices(body: unknown): Prices {
  const source = expectObject(unwrap(body, 'data', 'multipliers', 'prices'), 'prices')
  const prices: [string, number][] = []
  for (const [service, value] of Object.entries(source)) {
    const price = number(value)
    if (price !== undefined) prices.push([service, price])
  }
  if (prices.length === 0 && Object.keys(source).length > 0) throw new DecodeError('the answer holds no prices')
  return Object.fromEntries(prices)
}

/** `GET /credits/payg/info` */
export function decodeTopUpLimits(body: unknown): TopUpLimits {
  const source = expectObject(unwrap(body, 'data'), 'top-up limits')
  return compact<TopUpLimits>({
    creditsPerDollar: pick(source, ['credits_per_dollar'], number),
    minAmountUsd: pick(source, ['min_amount_usd', 'min_amount', 'minimum', 'min'], dollars),
    maxAmountUsd: pick(source, ['max_amount_usd', 'max_amount', 'maximum', 'max'], dollars),
    currency: pick(source, ['currency'], text),
  })
}

function dollars(value: unknown): number | undefined {
  const cents = centsOfDollars(value)
  return cents === undefined ? undefined : cents / 100
}

/** `POST /credits/payg/create-checkout-session` and `POST /api-wallet/topup/checkout`; `asked` is what was asked for, in cents. */
export function decodeTopUp(body: unknown, asked: number): TopUp {
  const source = expectObject(unwrap(body, 'data'), 'a checkout')
  const told =
    pick(source, ['amount_cents'], whole) ?? pick(source, ['amount_usd'], centsOfDollars)
  const checkout = pick(source, ['url', 'checkout_url', 'session_url'], url)
  const sessionId = pick(source, ['session_id', 'checkout_session_id'], id)
  if (checkout === undefined && sessionId === undefined) {
    throw new DecodeError('the answer holds neither a checkout URL nor a session')
  }
  return compact<TopUp>({
    url: checkout,
    sessionId,
    credits: pick(source, ['credits_to_receive', 'credits'], whole),
    amountCents: Math.round(told ?? asked),
  })
}
