import type { OperationName } from '../api/index.js'

/** What a job that ended, or was refused for want of money, makes untrue. */
export const BALANCES: readonly OperationName[] = ['credits.get', 'credits.usage', 'wallet.get', 'wallet.usage']
