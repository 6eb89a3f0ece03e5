/** `audiopod-react/devtools`: what the kit is doing, for the developer of the app. Nothing of it is in a production bundle. */
export { AudioPodDevtools, type AudioPodDevtoolsProps, type DevtoolsPosition } from './devtools/AudioPodDevtools.js'
