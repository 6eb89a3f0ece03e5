// As audiopod.node.mjs, where there is no `process`.
import { createAudioPodProxy } from 'audiopod-react/server'
import { env } from 'cloudflare:workers'
import { settings } from './settings.js'

export const proxy = createAudioPodProxy({ ...settings, baseUrl: env.UPSTREAM, apiKey: () => env.AUDIOPOD_API_KEY })
