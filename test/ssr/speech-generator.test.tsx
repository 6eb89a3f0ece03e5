import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { AudioPlayer } from '../../src/components/AudioPlayer/AudioPlayer.js'
import { SpeechGenerator } from '../../src/components/SpeechGenerator/SpeechGenerator.js'
import { AudioPodProvider } from '../../src/index.js'

test('the generator is whole on a server: its text, its cost and its inputs, and nothing is sent', () => {
  const html = renderToString(
    <AudioPodProvider
      endpoint="/api/audiopod"
      fetch={() => {
        throw new Error('sent')
      }}
    >
      <SpeechGenerator defaultText="Four" defaultVoiceId="aura" formats={['wav']} />
    </AudioPodProvider>,
  )
  expect(html).toContain('Four</textarea>')
  expect(html).toContain('About 2 credits')
  expect(html).toContain('role="combobox"')
  expect(html).not.toContain('<select')
})

test('the player leaves its audio to the browser: a server names no link to fetch', () => {
  const html = renderToString(<AudioPlayer src="https://audio.example/speech.mp3?signature=1" durationSeconds={21} />)
  expect(html).toContain('0:21')
  expect(html).not.toContain('audio.example')
})
