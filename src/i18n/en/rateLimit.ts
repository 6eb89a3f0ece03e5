/** The wait for a rate limit. */
export const rateLimitTexts = {
  'rate-limit.title': 'Too many requests.',
  'rate-limit.generate-in': 'You can generate again in {wait}.',
  'rate-limit.generate-at': 'You can generate again at {time}.',
  'rate-limit.retry-in': 'Trying again in {wait}.',
  'rate-limit.retry-at': 'Trying again at {time}.',
  'rate-limit.action-in': 'You can try again in {wait}.',
  'rate-limit.action-at': 'You can try again at {time}.',
  'rate-limit.action-over': 'You can try again.',
  'rate-limit.untimed': 'Wait a moment, then try again.',
  'rate-limit.text-kept': 'Your text is kept.',
  'rate-limit.generate-over': 'You can generate again.',
  'rate-limit.retry-over': 'Trying again now.',
  'rate-limit.retry-now': 'Try again now',
} as const
