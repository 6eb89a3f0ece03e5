import { SpeechGenerator } from 'audiopod-react'

export function Speak({ save }: { save: (jobId: string) => void }) {
  return <SpeechGenerator defaultVoiceId="aura" onGenerated={(job) => save(job.id)} />
}
