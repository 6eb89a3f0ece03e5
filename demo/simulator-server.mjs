// @ts-check
/** The simulated API as a server of its own, so that the demo's proxy has somebody to ask. */
import { createSimulator } from 'audiopod-react/testing'
import { serveRequests } from './serveRequests.mjs'

/**
 * @typedef {import('./serveRequests.mjs').ServeOptions} ServeOptions
 * @typedef {import('audiopod-react/testing').SimulatorOptions} SimulatorOptions
 * @typedef {import('audiopod-react/testing').Simulator} Simulator
 *
 * @param {ServeOptions & SimulatorOptions} [options] Where to listen, and the account.
 * @returns {Promise<{ url: string, simulator: Simulator, close: () => Promise<void> }>}
 *   `url` is the proxy's `baseUrl`.
 */
export async function startSimulatorServer({ port = 0, host = '127.0.0.1', ...options } = {}) {
  const simulator = createSimulator(options)
  const { url, close } = await serveRequests(simulator.handle, { port, host })
  return { url, simulator, close }
}
