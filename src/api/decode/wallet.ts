import type { Estimate, Wallet, WalletPrices, WalletUsage } from '../types.js'
import {
  boolean,
  centsOfDollars,
  compact,
  expectList,
  expectObject,
  type Json,
  number,
  pick,
  required,
  text,
  time,
  unwrap,
  whole,
} from './read.js'

/** `GET /api-wallet/balance` */
export function decodeWallet(body: unknown): Wallet {
  const source = expectObject(unwrap(body, 'data', 'wallet'), 'a wallet')
  return compact<Wallet>({
    balanceCents: required(cents(source, 'balance'), 'the balance'),
    totalSpentCents: cents(source, 'total_spent'),
    lowBalance: pick(source, ['low_balance_warning', 'low_balance', 'lowBalance'], boolean),
  })
}

/** `GET /api-wallet/usage` */
export function decodeWalletUsage(body: unknown): WalletUsage[] {
  const { items } = expectList(body, 'a list of charges', ['logs', 'usage'])
  return items.map((item) => {
    const source = expectObject(item, 'a charge')
    return compact<WalletUsage>({
      service: pick(source, ['service_type', 'service'], text),
      minutes: pick(source, ['duration_minutes', 'minutes'], number),
      amountCents: cents(source, 'amount') ?? cents(source, 'cost'),
      createdAt: pick(source, ['created_at', 'createdAt'], time),
    })
  })
}

/** `POST /api-wallet/estimate` */
export function decodeEstimate(body: unknown): Estimate {
  const source = expectObject(unwrap(body, 'data', 'estimate'), 'an estimate')
  return compact<Estimate>({
    service: pick(source, ['service_type', 'service'], text),
    minutes: pick(source, ['duration_minutes', 'minutes'], number),
    ratePerMinuteCents: pick(source, ['rate_per_minute', 'rate_per_minute_usd'], centsOfDollars),
    costCents: required(cents(source, 'cost'), 'the cost'),
  })
}

/** `GET /api-wallet/pricing` */
export function decodeWalletPrices(body: unknown): WalletPrices {
  return expectObject(unwrap(body, 'services', 'data'), 'prices')
}

/** `<name>_cents`, else `<name>_usd` in dollars, as whole cents. */
function cents(source: Json, name: string): number | undefined {
  const told = pick(source, [`${name}_cents`], whole) ?? pick(source, [`${name}_usd`], centsOfDollars)
  return told === undefined ? undefined : Math.round(told) + 0
}
