'use client'

import { createContext } from 'react'
import type { LabelOverrides } from '../i18n/labels.js'
import type { Appearance } from './appearance.js'

export interface UiOptions {
  appearance?: Appearance | undefined
  /**
   * BCP 47 tag. Numbers, money and dates are written as it says, and so are words where they are known: `ar`, `de`, `es`,
   * `fr`, `ja` and `zh` (Simplified), with any region, are fetched when the first widget shows, which is in English until then.
   *
   * @default the browser's for numbers and dates, where it is of the labels' language; English words
   * @example
   * <AudioPodProvider endpoint="/api/audiopod" locale="de-AT">
   */
  locale?: string | undefined
  /**
   * Words of your own; they win over the language's. With a `language` of their own they are taken as they are, beside
   * English, and nothing is fetched for `locale`: so do whole languages, `labelsDe` of `audiopod-react/i18n/de`.
   */
  labels?: LabelOverrides | undefined
}

/**
 * What the provider was told of looks and words. Only widgets make something of it, so that an app with hooks
 * alone does not carry the catalogue of texts.
 */
export const UiOptionsContext = createContext<UiOptions>({})
