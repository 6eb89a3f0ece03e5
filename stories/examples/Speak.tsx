import { AudioPodProvider, CreditBalance, SpeechGenerator } from 'audiopod-react'
import 'audiopod-react/styles.css'

export function Speak({ userId }: { userId: string }) {
  return (
    <AudioPodProvider endpoint="/api/audiopod" userId={userId}>
      <CreditBalance variant="badge" />
      <SpeechGenerator />
    </AudioPodProvider>
  )
}
