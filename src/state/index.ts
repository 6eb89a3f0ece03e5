export { createSession, type Session, type SessionOptions } from './createSession.js'
export type { TabPorts } from './tabs/index.js'
export type { PersistJobs, PersistJobsOptions } from './jobStorage.js'
export type { Retry, SpeechEntry, SpeechState, SpeechStatus } from './types.js'
