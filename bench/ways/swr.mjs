import { openPage } from '../support/openPage.mjs'
import { creation, isOver, persistently, statusUrl } from './requests.mjs'

export const name = 'SWR, refreshInterval 2 s'

/** One mounted hook a job, all options but `refreshInterval` at their defaults. */
export async function load() {
  openPage()
  const { createElement, useEffect, useState } = await import('react')
  const { createRoot } = await import('react-dom/client')
  const { default: useSWR, SWRConfig } = await import('swr')

  function Job({ i, fetch, onReady }) {
    const [id, setId] = useState()
    useEffect(() => {
      void persistently(fetch, ...creation(i)).then((job) => setId(job.job_id))
    }, [fetch, i])
    const { data } = useSWR(id === undefined ? null : statusUrl(id), getter(fetch), {
      refreshInterval: (job) => (isOver(job) ? 0 : 2000),
    })
    const isReady = isOver(data)
    useEffect(() => {
      if (isReady) onReady()
    }, [isReady, onReady])
    return null
  }

  return function start({ fetch, jobs, onReady }) {
    const root = createRoot(document.createElement('div'))
    const crowd = Array.from({ length: jobs }, (_, i) => createElement(Job, { key: i, i, fetch, onReady }))
    // A cache of its own: each account begins with the same job ids.
    root.render(createElement(SWRConfig, { value: { provider: () => new Map() } }, crowd))
    return () => root.unmount()
  }
}

const getter = (fetch) => async (url) => {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`status ${response.status}`)
  return response.json()
}
