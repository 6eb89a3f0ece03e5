/** How fast something plays or is spoken. */
export const speedTexts = {
  'player.times': '{speed}x',
} as const
