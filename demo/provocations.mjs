// @ts-check
/** Ways to make the simulated account go wrong, so that a person can see how the widgets take it. */

/**
 * What the next job is to be like, if not like the rest.
 * @typedef {{ seconds?: number | undefined, failure?: string | undefined }} Mood
 * @typedef {import('audiopod-react/testing').SimulatorOptions} SimulatorOptions
 *
 * @typedef {object} Provocation
 * @property {string} label
 * @property {(simulator: import('audiopod-react/testing').Simulator, mood: Mood) => void} run
 */

/** @type {Record<string, Provocation>} */
export const provocations = {
  'out-of-credits': {
    label: 'Spend all credits',
    run: ({ state }) => Object.assign(state.credits, { subscription: 0, payAsYouGo: 0 }),
  },
  'rate-limit': {
    label: 'Limit the rate for 15 s',
    run: ({ state }) => state.setRateLimit({ remaining: 0, resetInSeconds: 15 }),
  },
  'bad-gateway': {
    label: 'Answer the next speech with 502',
    run: (simulator) => void simulator.fail('speech.create', { status: 502 }),
  },
  'slow-job': { label: 'Make the next job slow', run: (_, mood) => void (mood.seconds = 30) },
  'failing-job': { label: 'Let the next job fail', run: (_, mood) => void (mood.failure = 'voice_unavailable') },
  reset: {
    label: 'Put everything back',
    run(simulator, mood) {
      Object.assign(mood, { seconds: undefined, failure: undefined })
      simulator.reset()
    },
  },
}

/**
 * The simulator's options that let one job be another than the rest.
 * @param {Mood} mood
 * @param {SimulatorOptions} usual
 * @returns {SimulatorOptions}
 */
export function jobOptions(mood, { jobSeconds, jobFailure }) {
  return {
    jobSeconds(job) {
      const { seconds } = mood
      mood.seconds = undefined
      const usual = typeof jobSeconds === 'function' ? jobSeconds(job) : jobSeconds
      return seconds ?? usual ?? Math.min(20, 1.5 + job.inputText.length / 200)
    },
    jobFailure(job) {
      const { failure } = mood
      mood.failure = undefined
      return failure ?? (typeof jobFailure === 'function' ? jobFailure(job) : jobFailure)
    },
  }
}
