import type { CreditUsage } from '../../api/types.js'

/** What some charges come to. */
export interface UsageSum {
  credits: number
  charges: number
  /** Of the charges, those that did not say their credits: the sum is without them. */
  unpriced: number
}

export interface UsageDay extends UsageSum {
  /** Its first moment, and that of the next day, in ms. */
  start: number
  end: number
}

export interface UsageGroups {
  /** Oldest first; days without a charge are there too. */
  days: UsageDay[]
  /** All of `days`. */
  total: UsageSum
  before: UsageSum
  after: UsageSum
  undated: UsageSum
}

export interface ServiceSum extends UsageSum {
  /** As the account calls it, in lower case with `_` between words; undefined where it did not say. */
  service: string | undefined
}

export interface UsageServices {
  /** The dearest first. */
  services: ServiceSum[]
  /** The services that are not among them, as one sum, and how many they are. */
  others: (UsageSum & { services: number }) | undefined
}

const nothing = (): UsageSum => ({ credits: 0, charges: 0, unpriced: 0 })

function add(sum: UsageSum, { credits }: CreditUsage): void {
  sum.charges += 1
  if (credits === undefined) sum.unpriced += 1
  else sum.credits += credits
}

/** When a charge was made, in ms; NaN where nobody said. */
export function timeOf({ createdAt }: CreditUsage): number {
  return createdAt === undefined ? Number.NaN : Date.parse(createdAt)
}

/** Which of the days between `edges` a time is in; below 0 before the first, and their number after the last. */
function dayOf(time: number, edges: readonly number[]): number {
  let [low, high] = [0, edges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edges[middle] ?? 0) <= time) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Puts each charge in one place: its day, or before, after or without any. `edges` is what `calendarDays` gives. */
export function groupByDay(charges: readonly CreditUsage[], edges: readonly number[]): UsageGroups {
  const days = edges.slice(0, -1).map((start, index) => ({ start, end: edges[index + 1] ?? start, ...nothing() }))
  const groups: UsageGroups = { days, total: nothing(), before: nothing(), after: nothing(), undated: nothing() }
  for (const charge of charges) {
    const time = timeOf(charge)
    const index = dayOf(time, edges)
    const day = days[index]
    if (Number.isNaN(time)) add(groups.undated, charge)
    else if (day) {
      add(day, charge)
      add(groups.total, charge)
    } else add(index < 0 ? groups.before : groups.after, charge)
  }
  return groups
}

/**
 * What each service used from the first to the last of `edges`: the `top` ones, the dearest first, and the rest as
 * one sum. A single one left over stands for itself.
 */
export function groupByService(
  charges: readonly CreditUsage[],
  edges: readonly number[],
  top: number,
): UsageServices {
  const sums = new Map<string | undefined, ServiceSum>()
  for (const charge of charges) {
    const index = dayOf(timeOf(charge), edges)
    if (index < 0 || index >= edges.length - 1) continue
    const service = serviceKey(charge.service)
    const sum = sums.get(service) ?? { service, ...nothing() }
    sums.set(service, sum)
    add(sum, charge)
  }
  const all = [...sums.values()].sort(
    (a, b) => b.credits - a.credits || b.charges - a.charges || ((a.service ?? '') < (b.service ?? '') ? -1 : 1),
  )
  const shown = all.length <= top + 1 ? all.length : top
  if (shown === all.length) return { services: all, others: undefined }
  const others = { ...nothing(), services: all.length - shown }
  for (const sum of all.slice(shown)) {
    others.credits += sum.credits
    others.charges += sum.charges
    others.unpriced += sum.unpriced
  }
  return { services: all.slice(0, shown), others }
}

/** One name for `textToSpeech`, `Text-to-speech` and `text_to_speech`. */
export function serviceKey(service: string | undefined): string | undefined {
  const words = service
    ?.replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
    .replace(/[\s_-]+/g, '_')
    .replace(/^_|_$/g, '')
    .toLowerCase()
  return words || undefined
}

/** The newest first; those without a date last, as they came. */
export function newestFirst(charges: readonly CreditUsage[]): CreditUsage[] {
  return charges
    .map((charge) => ({ charge, time: timeOf(charge) || -Infinity }))
    .sort((a, b) => (a.time === b.time ? 0 : b.time - a.time))
    .map(({ charge }) => charge)
}
