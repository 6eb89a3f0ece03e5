import { createSimulator, type Simulator } from '../../../src/testing.js'
import { serveRequests } from '../../../demo/serveRequests.mjs'

/** Shaped like a key, and obviously none. */
export const KEY = ['ap', 'FAKEfakeFAKEfakeFAKE0009'].join('_')

export interface AccountServer {
  simulator: Simulator
  /** For the proxy's `baseUrl`. */
  url: string
  close: () => Promise<void>
}

/** A simulated account behind a server of its own, as AudioPod's is. */
export async function startAccount(): Promise<AccountServer> {
  const simulator = createSimulator({ credits: 4321, latency: 0, jobSeconds: 1 })
  const { url, close } = await serveRequests(simulator.fetch)
  return { simulator, url, close }
}
