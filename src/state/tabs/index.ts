export { createTabs, type Tabs, type TabsOptions } from './createTabs.js'
export type { LiveJob } from './jobMessages.js'
export { browserPorts, type Channel, type Locks, type TabPorts } from './ports.js'
export type { Follow } from './sharedJobs.js'
