'use client'

import { createElement, Fragment, type ReactNode, useContext, useSyncExternalStore } from 'react'
import { format, partsOf } from '../i18n/format.js'
import { commonTexts } from '../i18n/en/common.js'
import { type LabelKey, type Texts, withOverrides } from '../i18n/labels.js'
import { english, subscribeToWords, type Words, wordsOf } from '../i18n/languages.js'
import type { LabelValues } from '../i18n/types.js'
import { browserLocale, type Place, writeNumber } from '../i18n/writers.js'
import type { Slot, Theme } from './appearance.js'
import type { Renders } from './renders.js'
import { type UiOptions, UiOptionsContext } from './UiOptionsContext.js'

type CommonKey = keyof typeof commonTexts

/** How widgets look and speak. `K` names the texts that are at hand beside those that all share. */
export interface Ui<K extends LabelKey = CommonKey> extends Place {
  theme: Theme
  /** Custom properties, with their `--audiopod-` prefix. */
  variables: Readonly<Record<string, string>>
  classNames: { readonly [slot in Slot]?: string | undefined }
  render: Renders
  texts: Texts
  /** Of the texts. */
  language: string
  /** A number as the locale writes it. */
  number: (value: number) => string
  /** A text of the catalogue, filled in. Numbers among the values are written in the locale. */
  t: (key: K | CommonKey, values?: LabelValues) => string
  /** The same with elements for values; `count` chooses the plural form where no value of that name is a number. */
  rich: (key: K | CommonKey, values: Readonly<Record<string, ReactNode>>, count?: number) => ReactNode[]
  /** The same on the reader's own clock and locale: for use once the page has come alive. */
  forBrowser: () => Ui<K>
}

export type UiWith<T extends Texts> = Ui<(keyof T & LabelKey) | CommonKey>

/**
 * Makes what `useUi` gives. Until a page has come alive, times are written in UTC and, without a
 * `locale`, in the labels' language, so that the server and the browser write the same.
 */
export function createUi<T extends Texts = Record<never, never>>(
  options: UiOptions = {},
  own?: T,
  words: Words = english,
): UiWith<T> {
  const { appearance = {}, locale, labels } = options
  const { theme = 'auto', classNames = {}, render = {} } = appearance
  const texts: Texts = withOverrides(withOverrides({ ...commonTexts, ...own }, words), labels)
  const language = labels?.language ?? words.language
  const variables = Object.fromEntries(
    Object.entries(appearance.variables ?? {}).map(([name, value]) => [
      `--audiopod-${name.replace(/^--(?:audiopod-)?|^audiopod-/, '')}`,
      value,
    ]),
  )

  const make = (place: Place, forBrowser?: () => UiWith<T>): UiWith<T> => {
    const number = (value: number) => writeNumber(place, value)
    const ui: UiWith<T> = {
      ...place,
      theme,
      variables,
      classNames,
      render,
      texts,
      language,
      number,
      t: (key, values) => format(texts[key] ?? key, values, language, number),
      rich: (key, values, count = values['count']) =>
        partsOf(texts[key] ?? key, values, count, language, number).map((part, index) =>
          index % 2 === 0 ? part : createElement(Fragment, { key: index }, part),
        ),
      forBrowser: forBrowser ?? (() => ui),
    }
    return ui
  }

  let alive: UiWith<T> | undefined
  // Each part of each widget asks at each render: what there is to find out is found out once.
  return make({ locale: locale ?? language, timeZone: 'UTC' }, () => (alive ??= make({ locale: locale ?? browserLocale(language) })))
}

const nothing: Texts = {}
const made = new WeakMap<UiOptions, WeakMap<Texts, Ui<LabelKey>>>()

/** Made once for the options of a provider, a part of the catalogue and a language, whichever widget is the first to ask. */
function uiFor(options: UiOptions, texts: Texts, words: Words = english): Ui<LabelKey> {
  const known = made.get(options) ?? new WeakMap<Texts, Ui<LabelKey>>()
  made.set(options, known)
  let ui = known.get(texts)
  if (ui?.language !== (options.labels?.language ?? words.language)) {
    ui = createUi(options, texts, words)
    known.set(texts, ui)
  }
  return ui
}

const notYet = () => undefined

/**
 * The look of the nearest provider, and some part of the catalogue in its words; those by default outside one. `texts`
 * is a constant: it is what the result is known by.
 *
 * On the server and in the first render on a page that the server wrote, words are those that the app gave or English.
 * Labels that name their language are taken as they are; else the locale's words are fetched where there are any.
 */
export function useUi<T extends Texts = Record<never, never>>(texts?: T): UiWith<T> {
  const options = useContext(UiOptionsContext)
  const { labels, locale } = options
  const words = useSyncExternalStore(subscribeToWords, () => labels?.language ? english : wordsOf(locale), notYet)
  const ui = uiFor(options, texts ?? nothing, words)
  return words === undefined ? ui : ui.forBrowser()
}
