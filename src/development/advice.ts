// What a developer is told of, and how it is found out. Fetched late, in development alone: see watch.ts.
export { lookAtFailure } from './failures.js'
export { lookAtPacing } from './pacing.js'
export { lookAtPage } from './pages.js'
export { lookAtStyles } from './styles.js'
