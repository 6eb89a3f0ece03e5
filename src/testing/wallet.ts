import { detail, dollars, invalid, json, unprocessable, type Invalid } from './answers.js'
import { readJsonBody } from './readJsonBody.js'
import type { Call } from './routes.js'
import type { World } from './world.js'

/** Cents a minute of audio. Speech is documented at $0.04; the others are examples. */
const centsAMinute: Record<string, number> = {
  text_to_speech: 4,
  transcription: 1,
  translation: 8,
  stem_extraction: 10,
  noise_reduction: 2,
  speaker_separation: 3,
}

const DEFAULT_USAGE_ROWS = 100

export function getWallet({ wallet }: World): Response {
  return json({
    balance_cents: wallet.balanceCents,
    balance_usd: dollars(wallet.balanceCents),
    total_spent_cents: wallet.totalSpentCents,
    total_spent_usd: dollars(wallet.totalSpentCents),
    low_balance_warning: wallet.balanceCents < wallet.lowBalanceCents,
  })
}

export function getWalletUsage({ walletUsage }: World, { query }: Call): Response {
  const text = query.get('limit')
  const limit = text === null ? DEFAULT_USAGE_ROWS : Number(text)
  if (!Number.isInteger(limit) || limit < 1) {
    const problem = invalid('query', 'limit', 'Input should be greater than or equal to 1', 'greater_than_equal')
    return unprocessable([problem])
  }
  return json({
    logs: walletUsage.slice(0, limit).map((row) => ({
      service_type: row.service,
      duration_minutes: row.minutes,
      amount_usd: dollars(row.amountCents),
      created_at: row.createdAt,
    })),
  })
}

export function getWalletPrices(): Response {
  const services = Object.entries(centsAMinute).map(([service, cents]) => [
    service,
    { price_per_minute: dollars(cents), unit: 'minute' },
  ])
  return json({ services: Object.fromEntries(services) })
}

export function estimate(_: World, call: Call): Response {
  const body = readJsonBody(call)
  if (body instanceof Response) return body
  const problems: Invalid[] = []
  const service = body['service_type']
  const seconds = body['duration_seconds']
  if (typeof service !== 'string') {
    problems.push(invalid('body', 'service_type', 'Field required', 'missing'))
  }
  if (typeof seconds !== 'number' || seconds < 0) {
    problems.push(invalid('body', 'duration_seconds', 'Input should be a valid number', 'float_parsing'))
  }
  if (typeof service !== 'string' || typeof seconds !== 'number' || problems.length > 0) return unprocessable(problems)
  const rate = centsAMinute[service]
  if (rate === undefined) return detail(400, `Unknown service type: ${service}`)
  const minutes = seconds / 60
  return json({
    service_type: service,
    duration_minutes: Math.round(minutes * 100) / 100,
    rate_per_minute: dollars(rate),
    cost_usd: dollars(minutes * rate),
  })
}

/** What speech of a length costs, in whole cents. */
export function speechCents(seconds: number): number {
  return Math.max(1, Math.ceil(((centsAMinute['text_to_speech'] ?? 0) * seconds) / 60))
}

export function notEnoughMoney({ wallet, dialect }: World, needed: number): Response {
  const text = `Insufficient balance. Required: ${dollars(needed)}, Available: ${dollars(wallet.balanceCents)}`
  if (dialect.shortage === 'sentence') return detail(402, text)
  const figures = { required_cents: needed, available_cents: wallet.balanceCents }
  return json({ error: 'insufficient_api_balance', message: text, ...figures }, 402)
}
