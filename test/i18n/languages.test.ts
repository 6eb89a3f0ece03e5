import { describe, expect, it, test } from 'vitest'
import { labelsEn, type Label, type Labels } from '../../src/i18n/index.js'
import { labelsAr } from '../../src/i18n/labels.ar.js'
import { labelsDe } from '../../src/i18n/labels.de.js'
import { labelsEs } from '../../src/i18n/labels.es.js'
import { labelsFr } from '../../src/i18n/labels.fr.js'
import { labelsJa } from '../../src/i18n/labels.ja.js'
import { labelsZh } from '../../src/i18n/labels.zh.js'
import { english, subscribeToWords, wordsOf } from '../../src/i18n/languages.js'
import { loadLabels } from '../../src/i18n/loadLabels.js'

const all: readonly Labels[] = [labelsAr, labelsDe, labelsEs, labelsFr, labelsJa, labelsZh]

const placesOf = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort()
const textsOf = (labels: Labels): [string, Label][] => Object.entries(labels).filter(([key]) => key !== 'language')
const formsOf = (label: Label): [string, string][] => (typeof label === 'string' ? [['other', label]] : Object.entries(label))

/** The numbers up to 200 that have a plural form of their own, by the form. */
function numbersOf(language: string): Record<string, number[]> {
  const rules = new Intl.PluralRules(language)
  const numbers: Record<string, number[]> = {}
  for (let count = 0; count <= 200; count += 1) (numbers[rules.select(count)] ??= []).push(count)
  return numbers
}

describe.each(all.map((labels) => ({ language: labels.language, labels })))('$language', ({ language, labels }) => {
  it('has the texts of English, and no other', () => {
    expect(Object.keys(labels).sort()).toEqual(Object.keys(labelsEn).sort())
  })

  it('leaves no sentence in English', () => {
    const english = new Map(textsOf(labelsEn))
    const sentences = textsOf(labels).filter(([, label]) => formsOf(label).some(([, text]) => / .*[.?]$/.test(text)))
    expect(sentences.filter(([key, label]) => JSON.stringify(label) === JSON.stringify(english.get(key)))).toEqual([])
  })

  it('has a form for each plural category of the language, and no other', () => {
    const categories = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort()
    const wrong = textsOf(labels).filter(
      ([, label]) => typeof label !== 'string' && Object.keys(label).sort().join() !== categories.join(),
    )
    expect(wrong).toEqual([])
  })

  it('has in each text the places of English; a form for one number alone may say the number in words', () => {
    const numbers = numbersOf(language)
    const english = new Map(textsOf(labelsEn))
    const wrong = textsOf(labels).flatMap(([key, label]) => {
      const original = english.get(key) ?? ''
      const places = placesOf(typeof original === 'string' ? original : original.other)
      return formsOf(label).filter(([form, text]) => {
        const isOne = typeof original !== 'string' && !original.one?.includes('{count}')
        const spoken = typeof label !== 'string' && (numbers[form]?.length === 1 || (isOne && ['zero', 'one'].includes(form)))
        const needed = places.filter((place) => !spoken || place !== '{count}' || text.includes(place))
        return placesOf(text).join() !== needed.join()
      })
    })
    expect(wrong).toEqual([])
  })

  it('ends sentences where English ends them, so that two in a row stay two', () => {
    const english = new Map(textsOf(labelsEn))
    const isSentence = (label: Label | undefined) => formsOf(label ?? '').some(([, text]) => /[.?。？؟]$/.test(text))
    const wrong = textsOf(labels).filter(([key, label]) => isSentence(label) !== isSentence(english.get(key)))
    expect(wrong).toEqual([])
  })

  it('shouts at nobody, and has no blanks at its ends', () => {
    const texts = textsOf(labels).flatMap(([, label]) => formsOf(label).map(([, text]) => text))
    expect(texts.filter((text) => /[!！¡]/.test(text) || text.trim() !== text || text === '')).toEqual([])
  })
})

test('Arabic has all six forms', () => {
  const keys = labelsAr['keys.count']
  expect(Object.keys(keys)).toEqual(['zero', 'one', 'two', 'few', 'many', 'other'])
})

describe('the words for a locale', () => {
  it.each([
    ['ar-EG', labelsAr],
    ['de-AT', labelsDe],
    ['es-419', labelsEs],
    ['FR', labelsFr],
    ['ja', labelsJa],
    ['zh-CN', labelsZh],
    ['zh-Hans-HK', labelsZh],
  ])('for %s are those of its language, whatever the region', async (locale, labels) => {
    expect(await loadLabels(locale)).toBe(labels)
  })

  it.each(['zh-TW', 'zh-HK', 'zh-Hant', 'zh-Hant-CN', 'hi-IN', 'arn', 'constructor', ''])(
    'for %o are English: there is no catalogue of that language',
    async (locale) => {
      expect(await loadLabels(locale)).toBe(english)
    },
  )

  it('are fetched when first asked for, and English until then', async () => {
    const arrival = new Promise<void>((resolve) => {
      const stop = subscribeToWords(() => {
        stop()
        resolve()
      })
    })
    expect(wordsOf('de-CH')).toBe(english)
    await arrival
    expect(wordsOf('de-CH')).toBe(labelsDe)
  })

  it('are English at once for English', () => {
    expect(wordsOf('en-GB')).toBe(english)
    expect(wordsOf()).toBe(english)
  })
})
