/** A small app: every widget, and the list of the user's jobs, which the demo has no room for. */
import { ApiKeys, AudioPlayer, AudioPodProvider, CreditBalance, SpeechGenerator, useSpeechJobs } from 'audiopod-react'
import 'audiopod-react/styles.css'
import { Fragment, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

const query = new URLSearchParams(location.search)
const keepsText = query.has('text')
/** How often each widget stands there. */
const times = Array.from({ length: Number(query.get('times') ?? 1) }, (_, key) => key)

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
      {times.map((key) => (
        <Fragment key={key}>
          <SpeechGenerator />
          <CreditBalance />
          <ApiKeys />
        </Fragment>
      ))}
      <Jobs />
    </AudioPodProvider>
  </StrictMode>,
)
