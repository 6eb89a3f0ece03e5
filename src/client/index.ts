export { createAudioPodClient } from './createAudioPodClient.js'
export { clientDefaults, type ClientOptions, type HeadersOption, refuseKey } from './options.js'
export { DEFAULT_DEADLINE, followJob, isOver } from './speech.js'
export type * from './types.js'
