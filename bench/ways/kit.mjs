// @ts-check
import { createAudioPodClient } from '../../dist/index.js'
import { ENDPOINT } from '../support/createAccount.mjs'

export const name = 'audiopod-react'

/** @type {import('./way.d.ts').Start} */
export function start({ fetch, jobs, onReady, onGivenUp }) {
  const client = createAudioPodClient({ endpoint: ENDPOINT, fetch })
  for (let i = 0; i < jobs; i++) {
    void client.speech.generate({ voiceId: 'aura', text: `Number ${i}` }, { deadline: 3_600_000 }).then(onReady, onGivenUp)
  }
}
