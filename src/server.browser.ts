// `./server` where a bundler builds for browsers: it says so as it is loaded, instead of asking for a key there.
import { ConfigurationError } from './errors/errors.js'

const message =
  'audiopod-react/server holds your API key and belongs on a server, but this module was loaded for a browser. ' +
  'Import it in server code alone (a route handler, server.ts). If this is a test, run it in the node environment, not in jsdom.'

function refuse(): never {
  throw new ConfigurationError(message)
}

// The names are here so that a bundler gets as far as the message, and does not end at a name that is missing.
export const createAudioPodProxy: () => never = refuse
export const createMemoryStore: () => never = refuse
export const createRedisStore: () => never = refuse
export const toNodeListener: () => never = refuse
export const permissions: readonly string[] = []

refuse()
