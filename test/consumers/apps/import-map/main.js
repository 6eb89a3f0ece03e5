import { ApiKeys, AudioPodProvider, CreditBalance, SpeechGenerator } from 'audiopod-react'
import { createElement as h, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

createRoot(document.getElementById('root')).render(
  h(
    StrictMode,
    null,
    h(AudioPodProvider, { endpoint: '/api/audiopod', locale: 'en-US' }, h(CreditBalance), h(ApiKeys), h(SpeechGenerator)),
  ),
)
