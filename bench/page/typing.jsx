/** One generator, to be typed into, under React's Profiler: `globalThis.commits` has how long each commit took, in ms. */
import { AudioPodProvider, SpeechGenerator } from '../../dist/index.js'
import '../../dist/styles.css'
import { createElement, Profiler } from 'react'
import { createRoot } from 'react-dom/client'

globalThis.commits = []
createRoot(document.body.appendChild(document.createElement('div'))).render(
  createElement(
    AudioPodProvider,
    { endpoint: '/api/audiopod' },
    createElement(
      Profiler,
      { id: 'generator', onRender: (id, phase, duration) => globalThis.commits.push(duration) },
      createElement(SpeechGenerator, { defaultVoiceId: 'aura' }),
    ),
  ),
)
