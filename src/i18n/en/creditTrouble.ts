/** The credit balance where it is low, empty or not to be seen. */
export const creditTroubleTexts = {
  'credits.low-title': 'Low balance.',
  'credits.low': 'New speech cannot be started once it runs out.',
  'credits.empty-title': 'Out of credits.',
  'credits.empty': 'New speech cannot be started.',
  'credits.empty-reset': 'New speech cannot be started. Your plan renews {time}.',
  'credits.no-access-title': 'You do not have access to the balance.',
} as const
