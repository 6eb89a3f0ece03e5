/** Figures from AudioPod's documentation, each once. */
export const MAX_TEXT_LENGTH = 20_000
export const MIN_SPEED = 0.25
export const MAX_SPEED = 4
/** Credits a character of speech costs on account credits. */
export const CREDITS_PER_CHARACTER = 0.5
/** Cents a minute of audio costs on the wallet. */
export const SPEECH_CENTS_PER_MINUTE = 4
export const MAX_VOICES_PER_PAGE = 50
export const TOP_UP_USD = { min: 1, max: 1000 } as const
export const TOP_UP_CENTS = { min: 100, max: 1_000_000 } as const
