import { ApiKeys, AudioPodProvider, CreditBalance, isAudioPodError, SpeechGenerator, useCredits } from 'audiopod-react'
import 'audiopod-react/styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

function Total() {
  const { data, error } = useCredits()
  if (isAudioPodError(error, 'insufficient_credits')) return <p>{error.creditsNeeded}</p>
  return <p data-testid="total">{data?.totalAvailable}</p>
}

const root = document.getElementById('root')
if (!root) throw new Error('There is no #root')
createRoot(root).render(
  <StrictMode>
    <AudioPodProvider endpoint="/api/audiopod" locale="en-US">
      <Total />
      <CreditBalance />
      <ApiKeys />
      <SpeechGenerator />
    </AudioPodProvider>
  </StrictMode>,
)
