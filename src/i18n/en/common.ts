// In several constants: a widget brings those that it shows.

/** Words that nearly every widget can show. */
export const commonTexts = {
  'common.add-funds': 'Add funds',
  'common.try-again': 'Try again',
  'common.working': 'Working',
} as const

export const actionTexts = {
  'common.cancel': 'Cancel',
  'common.close': 'Close',
  'common.loading': 'Loading',
  'common.sign-in': 'Sign in again',
} as const

export const noticeTexts = {
  'common.dismiss': 'Dismiss',
} as const

export const fieldTexts = {
  'common.optional': 'Optional',
} as const

export const factTexts = {
  'common.never': 'Never',
  'common.not-reported': 'Not reported',
} as const

export const ageTexts = {
  'common.refresh': 'Refresh',
  'common.updated': 'Updated {time}',
} as const

export const timeTexts = {
  'time.just-now': 'just now',
} as const

export const durationTexts = {
  'time.seconds': '{seconds}\u00a0s',
  'time.minutes': '{minutes}\u00a0min {seconds}\u00a0s',
} as const

/** All of them: other languages have them in one constant. */
export type CommonTexts = typeof commonTexts &
  typeof actionTexts &
  typeof noticeTexts &
  typeof fieldTexts &
  typeof factTexts &
  typeof ageTexts &
  typeof timeTexts &
  typeof durationTexts
