/** A small app: every widget, and the list of the user's jobs, which the demo has no room for. */
import { ApiKeys, AudioPlayer, AudioPodProvider, CreditBalance, SpeechGenerator, TopUp, useSpeechJobs } from 'audiopod-react'
import 'audiopod-react/styles.css'
import { Fragment, StrictMode } from 'react'
import { createPortal } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { openPlace } from './openPlace.js'

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

/** Where the widgets stand: in the page itself, or in what a page may have them in. */
const host = query.get('host')
const place = await openPlace(host)

const app = (
  <StrictMode>
    <AudioPodProvider endpoint="/api/audiopod" userId="user-ada" persistJobs={keepsText ? { text: true } : 'session'}>
      {times.map((key) => (
        <Fragment key={key}>
          <SpeechGenerator />
          <CreditBalance />
          <ApiKeys />
          {host !== null && <TopUp />}
        </Fragment>
      ))}
      <Jobs />
    </AudioPodProvider>
  </StrictMode>
)

if (place.ownerDocument === document) createRoot(place).render(app)
else createRoot(document.createElement('div')).render(createPortal(app, place))
