import type { Answer, OperationName } from './operations.js'

/** What can be asked ahead of a page: reads that take nothing. */
export const prefetchable = [
  'account.get',
  'credits.get',
  'credits.usage',
  'credits.prices',
  'credits.topUpLimits',
  'wallet.get',
  'wallet.usage',
  'wallet.prices',
  'apiKeys.list',
] as const satisfies readonly OperationName[]

export type Prefetchable = (typeof prefetchable)[number]

/** Answers that a server asked for ahead of the page: plain JSON, to be handed to `<AudioPodProvider initialData>`. */
export interface InitialData {
  /** When they were asked for: ISO 8601, by the server's clock. */
  at: string
  /** By operation, in the shapes that the hooks give as `data`; what was refused or came too late is not there. */
  answers: { [N in Prefetchable]?: Answer<N> }
}
