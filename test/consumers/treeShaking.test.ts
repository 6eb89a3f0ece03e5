import { writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type App, layOutApp, versionOf } from './support/app.js'
import { expectRow } from './support/compat.js'

let app: App
beforeAll(async () => {
  app = await layOutApp('vite', ['react', 'react-dom'], { isolated: true, as: 'shaking' })
}, 120_000)
afterAll(() => app?.remove())

/** The package's folders that a build holds something of, in what is loaded at once and in what is loaded later. */
async function foldersIn(code: string): Promise<string[]> {
  writeFileSync(join(app.folder, 'entry.tsx'), code)
  vi.stubEnv('NODE_ENV', 'production')
  const built = (await build({
    root: app.folder,
    configFile: false,
    logLevel: 'warn',
    build: { write: false, rolldownOptions: { input: join(app.folder, 'entry.tsx') } },
  })) as Rolldown.RolldownOutput
  const modules = built.output.flatMap((chunk) =>
    chunk.type === 'chunk' ? Object.entries(chunk.modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : [])) : [],
  )
  const dist = join(app.folder, 'node_modules/audiopod-react/dist')
  const ours = modules.filter((id) => id.startsWith(dist)).map((id) => relative(dist, id))
  return [...new Set(ours.map((path) => path.split('/')[0] ?? ''))].sort()
}

test('an app with useCredits alone holds no widget, no words, no simulator and no proxy', async () => {
  const folders = await foldersIn(`
    import { AudioPodProvider, useCredits } from 'audiopod-react'
    import { createRoot } from 'react-dom/client'
    const Total = () => <p>{useCredits().data?.totalAvailable}</p>
    createRoot(document.body).render(<AudioPodProvider endpoint="/api/audiopod"><Total /></AudioPodProvider>)
  `)
  for (const folder of ['client', 'react', 'schedule', 'state']) expect(folders).toContain(folder)
  for (const folder of ['components', 'i18n', 'testing', 'server']) expect(folders).not.toContain(folder)
  expectRow({
    consumer: 'An app with `useCredits` alone',
    versions: `vite ${versionOf('vite')}`,
    ran: 'its build, lazy parts included, holds no widget, no words, no simulator and no proxy',
  })
})

test('the client alone brings no React code of the package', async () => {
  const folders = await foldersIn(`
    import { createAudioPodClient } from 'audiopod-react'
    createAudioPodClient({ endpoint: '/api/audiopod' }).credits.get().then(console.log)
  `)
  expect(folders).toContain('client')
  for (const folder of ['components', 'i18n', 'react', 'theme', 'testing', 'server']) expect(folders).not.toContain(folder)
})
