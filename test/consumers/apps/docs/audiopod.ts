import { createAudioPodProxy } from 'audiopod-react/server'

export const proxy = createAudioPodProxy({ authorize: () => null })
