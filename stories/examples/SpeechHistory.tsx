import { AudioPodProvider, SpeechGenerator, SpeechHistory } from 'audiopod-react'

export function Studio({ userId }: { userId: string }) {
  return (
    <AudioPodProvider endpoint="/api/audiopod" userId={userId} persistJobs="local">
      <SpeechGenerator />
      <SpeechHistory pageSize={10} headingLevel={3} />
    </AudioPodProvider>
  )
}
