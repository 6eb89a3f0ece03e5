// The plugin for Vite that keeps AudioPod's keys out of what browsers get. It runs where Vite runs, and is in no bundle.
export { type AudioPodLeakCheckOptions, audiopodLeakCheck } from './vite/audiopodLeakCheck.js'
