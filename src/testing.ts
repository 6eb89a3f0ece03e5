/**
 * `audiopod-react/testing`: AudioPod's API in memory, for tests, stories and demos. `handlers` are for MSW,
 * which this entry needs installed.
 */
export { createSimulator, type Simulator } from './testing/createSimulator.js'
export { scenarios } from './testing/scenarios.js'
export { synthesizeTones } from './testing/audio/synthesizeTones.js'
export { spreadWords } from './testing/audio/words.js'
export { encodeWav } from './testing/audio/wav.js'
export type { Speech, Synthesize, SynthesizeRequest, TimedWord } from './testing/audio/synthesize.js'
export type { Fault, FaultTarget } from './testing/faults.js'
export type { KeySetup } from './testing/keys.js'
export type { VoiceSetup } from './testing/voices.js'
export type { Dialect, RateLimitHeaders, SimulatorOptions } from './testing/options.js'
export type * from './testing/types.js'
