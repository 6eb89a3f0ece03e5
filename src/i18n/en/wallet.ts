export const walletTexts = {
  'wallet.title': 'Wallet balance',
  'wallet.speech': { one: 'About {count} minute of speech', other: 'About {count} minutes of speech' },
  'wallet.spent': 'Spent so far',
  'wallet.low-title': 'Low balance.',
  'wallet.low': 'New speech cannot be started once it runs out.',
  'wallet.empty-title': 'Out of funds.',
  'wallet.empty': 'New speech cannot be started.',
} as const
