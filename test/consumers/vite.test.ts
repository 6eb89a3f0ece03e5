import type { Server } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { afterAll, beforeAll, describe, test, vi } from 'vitest'
import { filesOf, listen } from '../../scripts/serve.mjs'
import { type App, layOutApp, versionOf } from './support/app.js'
import { closeBrowser, openBrowser, expectWidgetsToWork, visit } from './support/browser.js'
import { expectRow, since } from './support/compat.js'

beforeAll(() => openBrowser())
afterAll(() => closeBrowser())

describe.each([
  { major: 19, packages: ['react', 'react-dom'] },
  { major: 18, packages: ['react@18.3.1', 'react-dom@18.3.1'] },
])('Vite and React $major', ({ major, packages }) => {
  let app: App
  afterAll(() => app?.remove())

  test('an app built from the tarball shows the widgets, which work under a strict policy', async () => {
    app = await layOutApp('vite', [...packages, 'msw'], { isolated: true, as: `vite-${major}` })
    // Vitest's own would build React for development.
    vi.stubEnv('NODE_ENV', 'production')
    const common = { root: app.folder, configFile: false, logLevel: 'warn' } as const
    await build({ ...common, plugins: [react()], build: { outDir: 'pages' } })
    await build({ ...common, build: { ssr: 'server.ts', outDir: 'server' } })
    const { createAppServer } = (await import(/* @vite-ignore */ pathToFileURL(join(app.folder, 'server/server.js')).href)) as {
      createAppServer: (pages: ReturnType<typeof filesOf>) => Server
    }
    const { origin, close } = await listen(createAppServer(filesOf(join(app.folder, 'pages'))))
    const seen = await visit(origin)
    await seen.page.getByText('4,321').first().waitFor()
    const seconds = since(app)
    await expectWidgetsToWork(seen)
    await seen.leave()
    await close()
    expectRow(
      {
        consumer: `Vite, React ${major}`,
        versions: `vite ${versionOf('vite')}, react ${versionOf('react', app.folder)}`,
        ran: 'npm install of the tarball, production build; Chromium, StrictMode, CSP `script-src \'self\'; style-src \'self\'`',
      },
      seconds,
    )
  }, 240_000)
})
