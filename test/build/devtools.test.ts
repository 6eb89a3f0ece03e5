import { join, relative } from 'node:path'
import { build, type Rolldown } from 'vite'
import { afterEach, expect, test, vi } from 'vitest'
import { dist, root } from './support/dist.js'

afterEach(() => vi.unstubAllEnvs())

const app = `
  import { createElement as h } from 'react'
  import { createRoot } from 'react-dom/client'
  import { AudioPodProvider, CreditBalance, useCredits } from '${join(dist, 'index.js')}'
  import { AudioPodDevtools } from '${join(dist, 'devtools.js')}'
  const Total = () => h('p', null, useCredits().data?.totalAvailable)
  createRoot(document.body).render(h(AudioPodProvider, { endpoint: '/api/audiopod' }, h(Total), h(CreditBalance), h(AudioPodDevtools)))
`

/** An app with the tools in it as its author would build it: our files that something is left of, and all of its code. */
async function built(mode: 'production' | 'development') {
  vi.stubEnv('NODE_ENV', mode)
  const { output } = (await build({
    root,
    mode,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [{ name: 'app', resolveId: (id) => (id === 'app' ? id : undefined), load: (id) => (id === 'app' ? app : undefined) }],
    build: { write: false, rolldownOptions: { input: 'app' } },
  })) as Rolldown.RolldownOutput
  const chunks = output.filter((one) => one.type === 'chunk')
  const modules = chunks.flatMap(({ modules: all }) => Object.entries(all).filter(([, { renderedLength }]) => renderedLength > 0))
  return {
    files: modules.map(([id]) => relative(dist, id)).filter((id) => /^(?:devtools|development)\/|^client\/inspect\.js$/.test(id)),
    chunks: chunks.map(({ fileName }) => fileName),
    code: chunks.map(({ code }) => code).join('\n'),
  }
}

test('a production build of an app with the tools holds nothing of them but a component that shows nothing, and no word for developers', async () => {
  const { files, chunks, code } = await built('production')
  expect(files).toEqual(['devtools/AudioPodDevtools.js'])
  expect(chunks.filter((name) => /advice|Devtools/.test(name))).toEqual([])
  expect(code).not.toMatch(/AudioPod devtools|audiopodDevtools|Provoke|No request yet/)
  expect(code).not.toMatch(/troubleshooting|audiopod-styles|stands outside|index\.html|Access-Control|\[audiopod-react\]/)
}, 60_000)

test('a development build holds them, fetched late', async () => {
  const { files, code } = await built('development')
  expect(files).toEqual(expect.arrayContaining(['client/inspect.js', 'devtools/Devtools.js', 'devtools/Panel.js', 'development/pages.js']))
  expect(code).toContain('Provoke')
}, 60_000)
