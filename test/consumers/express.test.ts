import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Running, startProcess } from '../frameworks/support/serve.js'
import { type AccountServer, KEY, startAccount } from './support/account.js'
import { type App, layOutApp, versionOf } from './support/app.js'
import { closeBrowser, openBrowser, expectWidgetsToWork, visit } from './support/browser.js'
import { expectRow, since } from './support/compat.js'

let account: AccountServer
let app: App
let server: Running

beforeAll(async () => {
  await openBrowser()
  account = await startAccount()
  app = await layOutApp('express-ssr', ['express', 'react', 'react-dom'])
  // Vitest's own would build React for development.
  vi.stubEnv('NODE_ENV', 'production')
  const common = { root: app.folder, configFile: false, logLevel: 'warn' } as const
  const output = { entryFileNames: 'client.js', assetFileNames: 'client[extname]' }
  await build({
    ...common,
    plugins: [react()],
    base: '/files/',
    build: { outDir: 'files', rolldownOptions: { input: join(app.folder, 'client.tsx'), output } },
  })
  await build({ ...common, plugins: [react()], build: { ssr: 'server.tsx', outDir: 'server' } })
  const env = { NODE_ENV: 'production', UPSTREAM: account.url, AUDIOPOD_API_KEY: KEY }
  server = await startProcess(process.execPath, () => [join(app.folder, 'server/server.js')], { cwd: app.folder, env })
}, 300_000)

afterAll(async () => {
  await server?.close()
  await account?.close()
  await closeBrowser()
  app?.remove()
})

test('Express: renderToString has the balance, hydration has nothing to say, and the widgets work under a strict policy', async () => {
  const origin = `http://localhost:${server.port}`
  const html = await (await fetch(origin, { headers: { cookie: 'session=ada' } })).text()
  expect(html.includes('4,321')).toBe(true)
  // A policy without unsafe-inline would refuse what is styled in the markup.
  expect(html.match(/<[^>]+ style="[^"]*"/g) ?? []).toEqual([])
  const seen = await visit(origin)
  await seen.page.getByText('4,321').first().waitFor()
  const seconds = since(app)
  await expectWidgetsToWork(seen)
  await seen.leave()
  expectRow(
    {
      consumer: 'Express',
      versions: `express ${versionOf('express', app.folder)}, react ${versionOf('react', app.folder)}`,
      ran: '`renderToString` and `hydrateRoot`, `toNodeListener`, `prefetch`; Chromium, StrictMode, CSP `script-src \'self\'; style-src \'self\'`',
    },
    seconds,
  )
})
