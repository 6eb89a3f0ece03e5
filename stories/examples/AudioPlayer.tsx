import { AudioPlayer, useGenerateSpeech } from 'audiopod-react'

export function Chapter() {
  const { generate, audioSource, audioUrl, timestampsSource, refresh, request } = useGenerateSpeech()
  return (
    <>
      <button type="button" onClick={() => generate({ voiceId: 'aura', text: 'Chapter one.', timestamps: 'word' })}>
        Read aloud
      </button>
      <AudioPlayer
        src={audioSource}
        fallbackSrc={audioUrl}
        title="Chapter 1"
        onExpired={refresh}
        timestamps={timestampsSource}
        text={request?.text}
      />
    </>
  )
}
