'use client'

import { createElement, Fragment, type ReactNode, useContext, useSyncExternalStore } from 'react'
import { format, pluralForm, splitLabel } from '../i18n/format.js'
import { type LabelKey, type Labels, labelsEn, mergeLabels } from '../i18n/labels.en.js'
import type { LabelValues } from '../i18n/types.js'
import { browserLocale, createWriters, type Writers } from '../i18n/writers.js'
import type { Slot, Theme } from './appearance.js'
import { type UiOptions, UiOptionsContext } from './UiOptionsContext.js'

/** How widgets look and speak. */
export interface Ui extends Writers {
  theme: Theme
  /** Custom properties, with their `--audiopod-` prefix. */
  variables: Readonly<Record<string, string>>
  classNames: { readonly [slot in Slot]?: string | undefined }
  labels: Labels
  locale: string
  /** A text of the catalogue, filled in. Numbers among the values are written in the locale. */
  t: (key: LabelKey, values?: LabelValues) => string
  /** The same with elements for values; `count` chooses the plural form where no value of that name is a number. */
  rich: (key: LabelKey, values: Readonly<Record<string, ReactNode>>, count?: number) => ReactNode[]
  /** The same on the reader's own clock and locale: for use once the page has come alive. */
  forBrowser: () => Ui
}

/**
 * Makes what `useUi` gives. Until a page has come alive, times are written in UTC and, without a
 * `locale`, in the labels' language, so that the server and the browser write the same.
 */
export function createUi(options: UiOptions = {}): Ui {
  const { appearance = {}, locale } = options
  const labels = mergeLabels(labelsEn, options.labels)
  const variables = Object.fromEntries(
    Object.entries(appearance.variables ?? {}).map(([name, value]) => [
      `--audiopod-${name.replace(/^--(?:audiopod-)?|^audiopod-/, '')}`,
      value,
    ]),
  )

  const make = (writers: Writers, writtenIn: string, forBrowser: (self: Ui) => Ui): Ui => {
    const ui: Ui = {
      ...writers,
      theme: appearance.theme ?? 'auto',
      variables,
      classNames: appearance.classNames ?? {},
      labels,
      locale: writtenIn,
      t: (key, values) => format(labels[key], values, labels.language, writers.number),
      rich: (key, values, count) =>
        splitLabel(pluralForm(labels[key], count ?? values['count'], labels.language)).map((part, index) => {
          if (index % 2 === 0) return part
          const value = Object.hasOwn(values, part) ? values[part] : `{${part}}`
          return createElement(Fragment, { key: index }, typeof value === 'number' ? writers.number(value) : value)
        }),
      forBrowser: () => forBrowser(ui),
    }
    return ui
  }

  let own: Ui | undefined
  return make(createWriters(locale ?? labels.language, 'UTC'), locale ?? labels.language, () => {
    const tag = locale ?? browserLocale(labels.language)
    return (own ??= make(createWriters(tag, undefined), tag, (self) => self))
  })
}

const made = new WeakMap<UiOptions, Ui>()

/** Made once for the options of a provider, whichever widget is the first to ask. */
function uiFor(options: UiOptions): Ui {
  const known = made.get(options)
  if (known) return known
  const ui = createUi(options)
  made.set(options, ui)
  return ui
}

const noSubscription = () => () => {}

/** False on the server and in the first render on a page that the server wrote; true from then on. */
export function useMounted(): boolean {
  return useSyncExternalStore(
    noSubscription,
    () => true,
    () => false,
  )
}

/** The look and the words of the nearest provider; those by default outside one. */
export function useUi(): Ui {
  const ui = uiFor(useContext(UiOptionsContext))
  return useMounted() ? ui.forBrowser() : ui
}
