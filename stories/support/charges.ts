import type { SimulatedUsage } from '../../src/testing/types.js'

const services = ['text_to_speech', 'voice_cloning_generation', 'text_to_speech', 'transcription', 'noise_reduction']

/** Noon of the reader's day so many days ago; today, this moment. */
export function daysAgo(count: number): string {
  if (count === 0) return new Date().toISOString()
  const date = new Date()
  date.setHours(12, 0, 0, 0)
  date.setDate(date.getDate() - count)
  return date.toISOString()
}

/** A charge; `index` makes it one and the same each time. */
export function charge(index: number, ago: number, credits: number): SimulatedUsage {
  return {
    id: `charge-${index}`,
    credits,
    service: services[index % services.length] ?? 'text_to_speech',
    seconds: Math.round(credits / 5.5),
    source: index % 4 === 0 ? 'payg' : 'subscription',
    createdAt: daysAgo(ago),
  }
}

/** Charges of the last 40 days: weekends are quiet, and some days without any. */
export const charges: readonly SimulatedUsage[] = Array.from({ length: 90 }, (_, index) => {
  const ago = Math.floor(index / 2.25)
  return charge(index, ago, 40 + ((index * 137) % 420) + (ago % 7 === 2 ? 500 : 0))
}).filter((_, index) => Math.floor(index / 2.25) % 7 < 5)
