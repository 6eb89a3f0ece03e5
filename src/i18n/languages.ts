import type { LabelOverrides, Labels } from './labels.js'

/** Words of a language, over the English that widgets bring. */
export type Words = LabelOverrides & Pick<Labels, 'language'>

export const english: Words = { language: 'en' }

const loaded = new Map<string, Words>()
const listeners = new Set<() => void>()

/** Tells of words that have arrived. */
export function subscribeToWords(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * The words of a locale's language, in the browser; English while they are on their way, and for good where there are
 * none or they cannot be had. The first who asks sets out for them.
 */
export function wordsOf(locale = 'en'): Words {
  const words = loaded.get(locale) ?? english
  if (!loaded.has(locale)) {
    loaded.set(locale, english)
    if (!/^en\b/i.test(locale)) void load(locale)
  }
  return words
}

async function load(locale: string): Promise<void> {
  try {
    loaded.set(locale, await (await import('./loadLabels.js')).loadLabels(locale))
    for (const listener of listeners) listener()
  } catch {}
}
