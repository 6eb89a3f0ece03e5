import { english, type Words } from './languages.js'

const languages = new Map<string | undefined, () => Promise<Words>>([
  ['ar', async () => (await import('./labels.ar.js')).labelsAr],
  ['de', async () => (await import('./labels.de.js')).labelsDe],
  ['es', async () => (await import('./labels.es.js')).labelsEs],
  ['fr', async () => (await import('./labels.fr.js')).labelsFr],
  ['ja', async () => (await import('./labels.ja.js')).labelsJa],
  ['zh', async () => (await import('./labels.zh.js')).labelsZh],
])

/**
 * Fetches the words of a locale; English where there are none of its language. In a file of its own, so that apps in
 * English do not carry the list of the others.
 */
export async function loadLabels(locale: string): Promise<Words> {
  const tag = locale.toLowerCase()
  // Traditional Chinese is another language than Simplified to those who read it.
  if (/^zh-(?:hant|hk|mo|tw)\b/.test(tag)) return english
  const load = languages.get(tag.split('-')[0])
  return load ? load() : english
}
