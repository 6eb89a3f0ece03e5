import { coded, detail, json } from './answers.js'
import type { World } from './world.js'

export function getCredits({ credits, dialect }: World): Response {
  const rest = {
    payg_balance: credits.payAsYouGo,
    last_reset_at: credits.lastResetAt,
    total_credits_used: credits.totalUsed,
    total_payg_credits_purchased: credits.purchased,
    next_reset_date: credits.nextResetAt,
    credits_per_month: credits.perMonth,
  }
  if (dialect.credits === 'short') return json({ balance: credits.subscription, ...rest })
  return json({
    credits_balance: credits.subscription,
    total_available_credits: credits.subscription + credits.payAsYouGo,
    ...rest,
  })
}

/** An account that has used nothing is told so with a 404. */
export function getCreditUsage({ usage }: World): Response {
  if (usage.length === 0) return detail(404, 'No usage found')
  return json(
    usage.map((row) => ({
      id: row.id,
      user_credits_id: '9b7d3c1a-1111-4a4a-9c9c-2d2d2d2d2d2d',
      credits_used: row.credits,
      service_type: row.service,
      audio_duration: row.seconds,
      credit_source: row.source,
      created_at: row.createdAt,
      usage_metadata: row.metadata ?? null,
    })),
  )
}

/** Credits a minute. */
export function getPrices(): Response {
  return json({
    text_to_speech: 330,
    voice_cloning_generation: 330,
    transcription: 660,
    translation: 1320,
    stem_extraction: 750,
    noise_reduction: 500,
    speaker_separation: 880,
  })
}

/** What a job holds of each part of the balance. */
export interface Reservation {
  subscription: number
  payAsYouGo: number
}

/** Takes credits out of the balance for a job, the subscription's first; undefined if there are not enough. */
export function reserve({ credits }: World, needed: number): Reservation | undefined {
  if (needed > credits.subscription + credits.payAsYouGo) return undefined
  const subscription = Math.min(Math.max(0, credits.subscription), needed)
  const held = { subscription, payAsYouGo: needed - subscription }
  credits.subscription -= held.subscription
  credits.payAsYouGo -= held.payAsYouGo
  credits.reserved += needed
  return held
}

export function giveBack({ credits }: World, held: Reservation): void {
  credits.subscription += held.subscription
  credits.payAsYouGo += held.payAsYouGo
  credits.reserved -= held.subscription + held.payAsYouGo
}

/** Turns a reservation into a charge, a row of usage for each part that paid. */
export function charge(
  world: World,
  held: Reservation,
  job: { service: string; seconds: number; createdAt: string; metadata: Record<string, unknown> },
): void {
  const total = held.subscription + held.payAsYouGo
  world.credits.reserved -= total
  world.credits.totalUsed += total
  const parts = [
    ['payg', held.payAsYouGo],
    ['subscription', held.subscription],
  ] as const
  for (const [source, credits] of parts) {
    if (credits > 0) world.usage.unshift({ id: world.random.uuid(), credits, source, ...job })
  }
}

export function notEnoughCredits({ credits, dialect }: World, needed: number): Response {
  const available = credits.subscription + credits.payAsYouGo
  return dialect.shortage === 'sentence'
    ? detail(402, `Insufficient credits for processing. Required: ${needed}, Available: ${available}`)
    : coded(402, 'insufficient_credits', 'Not enough credits', {
        credits_needed: needed,
        credits_available: available,
      })
}
