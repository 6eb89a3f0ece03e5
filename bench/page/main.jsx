/** A hundred widgets, and whatever jobs the page before left. */
import { ApiKeys, AudioPodProvider, CreditBalance, SpeechGenerator, useSpeechJobs } from '../../dist/index.js'
import '../../dist/styles.css'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

const many = (count, view) => Array.from({ length: count }, (_, key) => createElement(view, { key }))

function Jobs() {
  const { data = [] } = useSpeechJobs()
  const live = data.filter(({ status }) => status === 'pending' || status === 'processing').length
  return createElement('output', null, `${live} live of ${data.length}`)
}

createRoot(document.body.appendChild(document.createElement('div'))).render(
  createElement(
    AudioPodProvider,
    { endpoint: '/api/audiopod', userId: 'user-ada' },
    createElement(Jobs),
    ...many(40, CreditBalance),
    ...many(30, ApiKeys),
    ...many(30, SpeechGenerator),
  ),
)
