import type { TopUpLimits } from '../../api/types.js'

const PRESETS = [1000, 2500, 5000, 10_000] as const

export interface Range {
  /** Cents. */
  min: number
  max: number
}

export function rangeOf({ minAmountUsd = 0, maxAmountUsd = Infinity }: TopUpLimits): Range {
  return { min: Math.round(minAmountUsd * 100), max: Math.round(maxAmountUsd * 100) }
}

export const isWithin = (cents: number, { min, max }: Range): boolean => cents >= min && cents <= max

/** The amounts to choose from, in cents: those of the page or the usual ones, as far as the account allows them. */
export function presetsWithin(range: Range, wanted: readonly number[] = PRESETS): number[] {
  return [...new Set(wanted)].filter((cents) => Number.isInteger(cents) && isWithin(cents, range))
}

/** Whole credits that so many cents buy; undefined where the account did not tell its rate. */
export function creditsFor(cents: number, creditsPerDollar: number | undefined): number | undefined {
  return creditsPerDollar === undefined ? undefined : Math.floor((cents * creditsPerDollar) / 100)
}

/**
 * Cents of an amount that a person typed, in the locale's way of writing or the usual one with a dot. Undefined for
 * what can be read two ways: money is not guessed.
 */
export function parseAmount(typed: string, locale: string): number | undefined {
  const plain = withAsciiDigits(typed, locale).replace(/[\s$\u200e\u200f\u061c]|US|USD/gi, '')
  const [, whole = '', fraction = ''] = /^([\d.,'’٬٫]*?)(?:[.,٫](\d{1,2}))?$/.exec(plain) ?? []
  const group = separator(locale, 'group')
  const digits = whole.replace(/’/g, "'")
  const groups = digits.split(group === '’' ? "'" : group)
  const isGrouped = groups.length === 1 || groups.slice(1).every((part) => part.length === 3)
  const joined = groups.join('')
  if (!isGrouped || !/^\d{1,9}$/.test(joined) || groups[0] === '') return undefined
  return Number(joined) * 100 + Number(fraction.padEnd(2, '0'))
}

function separator(locale: string, type: 'group'): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567)
  const found = parts.find((part) => part.type === type)?.value ?? ','
  // Spaces have left what was typed.
  return found.trim() === '' ? '\u0000' : found
}

function withAsciiDigits(text: string, locale: string): string {
  const digits = [...new Intl.NumberFormat(locale, { useGrouping: false }).format(9_876_543_210)].reverse()
  return Array.from(text, (letter) => {
    const digit = digits.indexOf(letter)
    return digit === -1 ? letter : String(digit)
  }).join('')
}
