/** Requests of one tab and of twenty: five hooks each, an hour, ten jobs. `node bench/tabs.mjs` */
import { passUntil, nextMinute } from './support/virtualClock.mjs'
import { openPage } from './support/openPage.mjs'
import { createAccount, ENDPOINT } from './support/createAccount.mjs'
import { print } from './support/print.mjs'
import { seeded } from './support/random.mjs'
import { createOrigin } from './support/virtualTabs.mjs'

const MINUTE = 60_000
const JOBS = 10
const TABS = 20

openPage()
const { createElement, useEffect, useState } = await import('react')
const { createRoot } = await import('react-dom/client')
const { default: useSWR, SWRConfig } = await import('swr')
const kit = await import('../dist/index.js')
const { creation, isOver, persistently, statusUrl } = await import('./ways/requests.mjs')

// The page loads it when there is a job, which takes real time.
await import('../dist/state/tabs/sharedJobs.js')

async function pass(ms) {
  let isOver = false
  setTimeout(() => {
    isOver = true
  }, ms)
  await passUntil(() => isOver, ms + 1)
}

/** A tab of the kit: a provider and six hooks; the jobs come on screen in every tab. */
const ourWay = {
  name: 'audiopod-react',
  open(fetch, root) {
    const tab = { isFinished: () => tab.jobs.length === JOBS && tab.jobs.every(({ status }) => status === 'completed') }
    function Page() {
      const five = [kit.useCredits(), kit.useUsage(), kit.useWallet(), kit.useAccount(), kit.useApiKeys()]
      const speech = kit.useGenerateSpeech()
      const { data: jobs } = kit.useSpeechJobs()
      useEffect(() => {
        tab.jobs = jobs
        tab.start = (i) => void speech.generate({ voiceId: 'aura', text: `Number ${i}` })
        tab.look = () => five.forEach(({ mutate }) => void mutate().catch(() => {}))
      })
      return null
    }
    const props = { endpoint: ENDPOINT, fetch, userId: 'user-1', persistJobs: false }
    root.render(createElement(kit.AudioPodProvider, props, createElement(Page)))
    return tab
  },
}

/** A tab of plain SWR: five hooks, loaded again when the person comes; a hook with an interval for each job under way. */
const swrWay = (name, settings = {}) => ({
  name,
  open(fetch, root, siblings) {
    const getter = async (url) => {
      const response = await fetch(url)
      if (!response.ok) throw new Error(`status ${response.status}`)
      return response.json()
    }
    const ended = new Set()
    const tab = { isFinished: () => ended.size === JOBS }
    function Job({ id, onEnd }) {
      const { data } = useSWR(statusUrl(id), getter, { refreshInterval: (job) => (isOver(job) ? 0 : 2000) })
      const isDone = isOver(data)
      useEffect(() => {
        if (isDone) onEnd(id)
      }, [isDone, id, onEnd])
      return null
    }
    // The balance has changed.
    const onEnd = (id) => {
      ended.add(id)
      tab.look()
    }
    tab.start = (i) => {
      void persistently(fetch, ...creation(i)).then(({ job_id: id }) => {
        for (const other of siblings()) other.take(id)
      })
    }
    const useAnswer = (path) => useSWR(`${ENDPOINT}${path}`, getter, settings)
    function Page() {
      const five = [
        useAnswer('/credits'),
        useAnswer('/credits/usage'),
        useAnswer('/api-wallet/balance'),
        useAnswer('/auth/me'),
        useAnswer('/auth/api-keys'),
      ]
      const [ids, setIds] = useState([])
      useEffect(() => {
        tab.look = () => five.forEach(({ mutate }) => void mutate().catch(() => {}))
        tab.take = (id) => setIds((all) => [...all, id])
      })
      return ids.map((id) => createElement(Job, { key: id, id, onEnd }))
    }
    root.render(createElement(SWRConfig, { value: { provider: () => new Map() } }, createElement(Page)))
    return tab
  },
})

/** An hour: the person comes to a tab every three minutes, and starts a job every six. */
async function hour({ open }, many) {
  await nextMinute()
  Math.random = seeded(1)
  const { counts, fetch } = createAccount(1)
  const { locks, Channel } = createOrigin()
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true })
  globalThis.BroadcastChannel = Channel
  const roots = []
  const tabs = []
  for (let i = 0; i < many; i++) {
    const root = createRoot(document.createElement('div'))
    roots.push(root)
    tabs.push(open(fetch, root, () => tabs))
    await pass(100)
  }
  for (let minute = 0; minute < 60; minute++) {
    const tab = tabs[minute % many]
    if (minute % 3 === 0) tab.look()
    if (minute % 6 === 1) tab.start(minute)
    await pass(MINUTE)
  }
  const finished = tabs.filter((tab) => tab.isFinished()).length
  for (const root of roots) root.unmount()
  await pass(MINUTE)
  return { ...counts, finished }
}

const ways = [
  ourWay,
  swrWay('SWR, a job polled every 2 s in every tab'),
  swrWay('SWR, the same, and all hooks with refreshInterval 30 s', { refreshInterval: 30_000 }),
]
const rows = []
for (const way of ways) {
  const one = await hour(way, 1)
  const many = await hour(way, TABS)
  rows.push({
    way: way.name,
    'one tab': one.requests,
    [`${TABS} tabs`]: many.requests,
    'times one': (many.requests / one.requests).toFixed(2),
    '429s': many.refused,
    'tabs that saw all jobs end': many.finished,
  })
}
print(`Requests of an hour: five hooks a tab, ${JOBS} jobs of 20 s`, rows)
