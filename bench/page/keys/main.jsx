/** A table of API keys, shown when `show` says so. */
import '../../../dist/styles.css'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiKeys, ApiKeyTable, AudioPodProvider } from '../../../dist/index.js'
import { PlainTable, VirtualTable } from './peers.jsx'

const services = ['narration', 'captions', 'billing', 'mobile', 'batch', 'webhooks']
const day = 86_400_000
const makeKeys = (count) =>
  Array.from({ length: count }, (_, index) => ({
    id: `key-${index}`,
    name: `${services[(index * 7919) % services.length]} worker ${(index * 7919) % count}`,
    status: index % 13 === 7 ? 'revoked' : 'active',
    createdAt: new Date(Date.now() - (index * day) / 10).toISOString(),
    lastUsedAt: new Date(Date.now() - (index % 120) * day).toISOString(),
    hint: `ap_…${(index + 46_656).toString(36)}`,
  }))

const views = {
  table: (keys) => createElement(ApiKeyTable, { data: keys }),
  widget: () => createElement(AudioPodProvider, { endpoint: '/api/audiopod' }, createElement(ApiKeys)),
  plain: (keys) => createElement(PlainTable, { keys }),
  virtual: (keys) => createElement(VirtualTable, { keys }),
}

globalThis.prepare = (view, count) => {
  const keys = makeKeys(count)
  const root = createRoot(document.body.appendChild(document.createElement('div')))
  // One of three first, so that what every table loads once, its code, is there.
  root.render(views[view](keys.slice(0, 3)))
  globalThis.show = () => root.render(views[view](keys))
}
