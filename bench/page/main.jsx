/**
 * Widgets, and whatever jobs the page before left. `?how=` says how they come: `render` (all in one), `transition` (the same
 * in `startTransition`), `frames` (one a frame), `alone` (each is mounted and taken away, and timed); `?times=` how many.
 */
import {
  ApiKeys, AudioPodProvider, CreditBalance, RateLimitMeter, SpeechGenerator, TopUp, UsageChart, UsageTable, useSpeechJobs, WalletBalance,
} from '../../dist/index.js'
import '../../dist/styles.css'
import { createElement, startTransition } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

/** What was evaluated before this line is not the kit's alone. */
globalThis.began = performance.now()

const query = new URLSearchParams(location.search)
const times = Number(query.get('times') ?? 100)
const how = query.get('how') ?? 'render'

/** Of ten widgets four are balances, three are lists of keys and three make speech. */
const KINDS = [CreditBalance, ApiKeys, SpeechGenerator, CreditBalance, ApiKeys, SpeechGenerator, CreditBalance, ApiKeys, SpeechGenerator, CreditBalance]
const widgets = Array.from({ length: times }, (_, key) => createElement(KINDS[key % KINDS.length], { key }))

function Jobs() {
  const { data = [] } = useSpeechJobs()
  const live = data.filter(({ status }) => status === 'pending' || status === 'processing').length
  return createElement('output', null, `${live} live of ${data.length}`)
}

const app = (shown) =>
  createElement(AudioPodProvider, { endpoint: '/api/audiopod', userId: 'user-ada' }, createElement(Jobs), ...shown)

const root = createRoot(document.body.appendChild(document.createElement('div')))
if (how === 'render') root.render(app(widgets))
if (how === 'transition') startTransition(() => root.render(app(widgets)))
if (how === 'frames') {
  const add = (count) => {
    root.render(app(widgets.slice(0, count)))
    if (count < times) requestAnimationFrame(() => add(count + 1))
  }
  add(1)
}
if (how === 'alone') {
  root.render(app([]))
  /** The median of 20 times, in ms: until it stands in the document, and until the browser knows where everything is. */
  globalThis.measureEach = () =>
    Object.entries({ CreditBalance, ApiKeys, SpeechGenerator, WalletBalance, UsageChart, UsageTable, TopUp, RateLimitMeter }).map(
      ([widget, view]) => {
        const mounted = []
        const laidOut = []
        for (let i = 0; i < 20; i++) {
          const before = performance.now()
          flushSync(() => root.render(app([createElement(view, { key: `${widget}-${i}` })])))
          mounted.push(performance.now() - before)
          document.body.getBoundingClientRect()
          laidOut.push(performance.now() - before)
          flushSync(() => root.render(app([])))
        }
        const median = (values) => values.toSorted((a, b) => a - b)[10]
        return { widget, first: laidOut[0], mounted: median(mounted), laidOut: median(laidOut) }
      },
    )
}
