'use client'

import { createContext } from 'react'
import type { LabelOverrides } from '../i18n/labels.js'
import type { Appearance } from './appearance.js'

export interface UiOptions {
  appearance?: Appearance | undefined
  /** BCP 47 tag for numbers, money and dates. @default the browser's, where it is of the labels' language */
  locale?: string | undefined
  labels?: LabelOverrides | undefined
}

/**
 * What the provider was told of looks and words. Only widgets make something of it, so that an app with hooks
 * alone does not carry the catalogue of texts.
 */
export const UiOptionsContext = createContext<UiOptions>({})
