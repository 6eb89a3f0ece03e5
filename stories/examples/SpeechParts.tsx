import { useState } from 'react'
import {
  AudioPlayer,
  CostEstimate,
  SpeechProgress,
  SpeechSettings,
  type SpeechSettingsValue,
  SpeechText,
  useGenerateSpeech,
  VoicePicker,
} from 'audiopod-react'

export function Narration({ goToBilling }: { goToBilling: () => void }) {
  const speech = useGenerateSpeech()
  const [text, setText] = useState('')
  const [voiceId, setVoiceId] = useState<string>()
  const [settings, setSettings] = useState<SpeechSettingsValue>({ format: 'mp3', speed: 1 })
  return (
    <>
      <SpeechText value={text} onChange={setText} />
      <CostEstimate text={text} onAddFunds={goToBilling} />
      <VoicePicker value={voiceId} onChange={setVoiceId} />
      <SpeechSettings value={settings} onChange={setSettings} />
      <button type="button" onClick={() => voiceId && void speech.generate({ voiceId, text, ...settings })}>
        Speak
      </button>
      <SpeechProgress speech={speech} />
      <AudioPlayer src={speech.audioSource} fallbackSrc={speech.audioUrl} onExpired={speech.refresh} />
    </>
  )
}
