// What stands beside each recipe for the app's own module. Whoever `x-user` names is signed in.
import { createAudioPodProxy } from 'audiopod-react/server'
import { settings } from './settings.js'

export const proxy = createAudioPodProxy({ ...settings, baseUrl: process.env.UPSTREAM })
