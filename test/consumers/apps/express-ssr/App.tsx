import { ApiKeys, AudioPodProvider, CreditBalance, type InitialData, SpeechGenerator } from 'audiopod-react'
import { StrictMode } from 'react'

export function App({ initialData }: { initialData: InitialData }) {
  return (
    <StrictMode>
      <AudioPodProvider endpoint="/api/audiopod" initialData={initialData} locale="en-US">
        <CreditBalance />
        <ApiKeys />
        <SpeechGenerator />
      </AudioPodProvider>
    </StrictMode>
  )
}
