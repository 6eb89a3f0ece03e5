import type { createAudioPodProxy as createPortably } from './createAudioPodProxy.js'
import { createNodeTransport } from './nodeTransport.js'
import { createProxy } from './proxy.js'

/** As the portable one, with undici's own connections. */
export const createAudioPodProxy: typeof createPortably = (options) => createProxy(options, createNodeTransport)
