// `./server` on Node. A name that is exported here too stands for the one of the portable entry.
export * from './server.js'
export { createAudioPodProxy } from './server/createAudioPodProxyOnNode.js'
