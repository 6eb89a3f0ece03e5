import type { Preview } from '@storybook/react-vite'
import { createSimulator, type Simulator, type SimulatorOptions } from '../../src/testing.js'

declare module 'storybook/internal/csf' {
  interface Parameters {
    /** The account of the story; a function makes it from the toolbar's settings. */
    simulator?: SimulatorOptions | ((globals: Readonly<Record<string, unknown>>) => SimulatorOptions)
  }
  interface StoryContext {
    /** The story's own account: arrange it in `beforeEach`, read it in `play`. */
    simulator: Simulator
  }
}

/**
 * Gives each story a fresh account behind `/api/audiopod`, made from `parameters.simulator`. A story arranges the
 * rest in its own `beforeEach`, which runs after this one:
 *
 *     beforeEach({ simulator }) { simulator.fail('credits.get', { status: 500 }) }
 */
export const withSimulator: NonNullable<Preview['beforeEach']> = (context) => {
  const { simulator: options } = context.parameters
  const simulator = createSimulator(typeof options === 'function' ? options(context.globals) : options)
  context.simulator = simulator
  context.msw.use(...simulator.handlers)
  // Jobs of the story before are none of this one's.
  sessionStorage.clear()
  localStorage.clear()
}
