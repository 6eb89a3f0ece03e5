/** A small app: every widget, and the list of the user's jobs, which the demo has no room for. */
import { ApiKeys, AudioPlayer, AudioPodProvider, CreditBalance, SpeechGenerator, useSpeechJobs } from 'audiopod-react'
import 'audiopod-react/styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

const keepsText = new URLSearchParams(location.search).has('text')

function Jobs() {
  const { data: jobs = [], refresh } = useSpeechJobs()
  return (
    <ul aria-label="Jobs">
      {jobs.map(({ id, status, audioUrl }) => (
        <li key={id}>
          {status}
          <button type="button" onClick={() => void refresh(id)}>
            Ask again
          </button>
          {audioUrl !== undefined && <AudioPlayer src={audioUrl} />}
        </li>
      ))}
    </ul>
  )
}

createRoot(document.body.appendChild(document.createElement('div'))).render(
  <StrictMode>
    <AudioPodProvider endpoint="/api/audiopod" userId="user-ada" persistJobs={keepsText ? { text: true } : 'session'}>
      <SpeechGenerator />
      <CreditBalance />
      <Jobs />
      <ApiKeys />
    </AudioPodProvider>
  </StrictMode>,
)
