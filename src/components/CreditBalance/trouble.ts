/** What balances show only when something is the matter: fetched after the first paint. */
export { Notice } from '../parts/Notice.js'
export { BalanceNews } from './BalanceNews.js'
export { CreditBadge } from './CreditBadge.js'
export { CreditNotice } from './CreditNotice.js'
