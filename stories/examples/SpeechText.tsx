import { useState } from 'react'
import { SpeechText } from 'audiopod-react'

export function Script({ send }: { send: (text: string) => void }) {
  const [text, setText] = useState('')
  return (
    <>
      <SpeechText value={text} onChange={setText} />
      <button type="button" onClick={() => send(text)}>
        Send
      </button>
    </>
  )
}
