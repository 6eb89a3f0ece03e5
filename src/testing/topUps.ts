import { coded, html, invalid, json, missing, unprocessable } from './answers.js'
import { filePath } from './files/paths.js'
import { readJsonBody } from './readJsonBody.js'
import type { Call } from './routes.js'
import type { SimulatedCheckout } from './types.js'
import type { World } from './world.js'

const CREDITS_PER_DOLLAR = 7500
const USD = { min: 1, max: 1000 }
const CENTS = { min: 100, max: 1_000_000 }

export function getTopUpLimits(): Response {
  return json({
    credits_per_dollar: CREDITS_PER_DOLLAR,
    min_amount_usd: USD.min,
    max_amount_usd: USD.max,
    currency: 'USD',
  })
}

export function topUpCredits(world: World, call: Call): Response {
  const amount = readAmount(call, 'amount_usd', USD)
  if (amount instanceof Response) return amount
  const amountCents = Math.round(amount * 100)
  const credits = Math.round(amount * CREDITS_PER_DOLLAR)
  const checkout = open(world, { kind: 'credits', amountCents, credits })
  const url = world.dialect.creditCheckout === 'url' ? { url: urlOf(call, checkout) } : {}
  return json({ session_id: checkout.sessionId, credits_to_receive: credits, amount_usd: amount, ...url })
}

export function topUpWallet(world: World, call: Call): Response {
  const amountCents = readAmount(call, 'amount_cents', CENTS)
  if (amountCents instanceof Response) return amountCents
  if (!Number.isInteger(amountCents)) {
    return unprocessable([invalid('body', 'amount_cents', 'Input should be a valid integer', 'int_from_float')])
  }
  const checkout = open(world, { kind: 'wallet', amountCents, credits: 0 })
  return json({ url: urlOf(call, checkout), amount_usd: amountCents / 100 })
}

function readAmount(call: Call, field: string, { min, max }: { min: number; max: number }): number | Response {
  const body = readJsonBody(call)
  if (body instanceof Response) return body
  const amount = body[field]
  if (amount === undefined) return unprocessable([missing(field)])
  if (typeof amount !== 'number') {
    return unprocessable([invalid('body', field, 'Input should be a valid number', 'float_parsing')])
  }
  if (amount < min || amount > max) {
    return coded(400, 'invalid_amount', `The amount must be between ${min} and ${max}`)
  }
  return amount
}

function open(world: World, checkout: Omit<SimulatedCheckout, 'sessionId' | 'paid'>): SimulatedCheckout {
  const opened = { ...checkout, sessionId: `cs_test_${world.random.text(24)}`, paid: false }
  world.checkouts.push(opened)
  return opened
}

const urlOf = ({ origin }: Call, { sessionId }: SimulatedCheckout) => `${origin}${filePath('checkout', sessionId)}`

/** Pays a checkout once; paying it again does nothing. */
export function payCheckout(world: World, sessionId: string): SimulatedCheckout | undefined {
  const checkout = world.checkouts.find((one) => one.sessionId === sessionId)
  if (checkout && !checkout.paid) {
    checkout.paid = true
    world.credits.payAsYouGo += checkout.credits
    world.credits.purchased += checkout.credits
    if (checkout.kind === 'wallet') world.wallet.balanceCents += checkout.amountCents
  }
  return checkout
}

/** The checkout's page. There is nothing to fill in: whoever opens it has paid. */
export function checkoutPage(world: World, sessionId: string): Response {
  const checkout = payCheckout(world, sessionId)
  if (!checkout) return html('<!doctype html><title>Unknown checkout</title><p>There is no such checkout.</p>', 404)
  const amount = `$${(checkout.amountCents / 100).toFixed(2)}`
  const bought = checkout.kind === 'credits' ? `${checkout.credits.toLocaleString('en')} credits` : 'the wallet'
  return html(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Simulated checkout</title>
<h1>Paid ${amount} for ${bought}</h1>
<p>This checkout is simulated: no money has moved. Go back, or close this page.</p>
<button onclick="history.back()">Back</button>
</html>`)
}
