/**
 * Marks that make tools for session replay leave an element out: Amplitude, FullStory, Hotjar, Datadog,
 * Sentry, PostHog, LogRocket, Clarity, rrweb, OpenReplay, Smartlook, Heap, New Relic, Contentsquare, Dynatrace. The last two lines are for translation
 * services and password managers.
 */
export const maskingClasses =
  'ph-no-capture fs-exclude fs-mask rr-block rr-mask sentry-block sentry-mask amp-block amp-mask nr-block nr-mask'

export const maskingAttributes = {
  'data-private': 'redact',
  'data-sentry-block': '',
  'data-sentry-mask': '',
  'data-hj-suppress': '',
  'data-dd-privacy': 'hidden',
  'data-clarity-mask': 'true',
  'data-openreplay-hidden': '',
  'data-recording-sensitive': '',
  'data-heap-redact-text': 'true',
  'data-cs-mask': '',
  'data-dtrum-mask': '',
  translate: 'no',
  'data-1p-ignore': '',
  'data-lpignore': 'true',
} as const
