import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Running, startProcess } from '../frameworks/support/serve.js'
import { type AccountServer, KEY, startAccount } from './support/account.js'
import { type App, frameworks, isMeasured, layOutApp, runIn, versionOf } from './support/app.js'
import { closeBrowser, openBrowser, expectWidgetsToWork, visit } from './support/browser.js'
import { expectRow, since } from './support/compat.js'

let account: AccountServer
let app: App
let server: Running

const packages = ['react-router', '@react-router/node', '@react-router/serve', '@react-router/dev', 'isbot', 'react', 'react-dom', 'vite']

beforeAll(async () => {
  await openBrowser()
  account = await startAccount()
  app = await layOutApp('react-router', packages)
  // Its build asks the app's own folder for its packages.
  if (!isMeasured) symlinkSync(join(frameworks, 'node_modules'), join(app.folder, 'node_modules'))
  const env = { NODE_ENV: 'production', UPSTREAM: account.url, AUDIOPOD_API_KEY: KEY }
  await runIn(app, 'react-router', ['build'], env)
  const bin = join(app.folder, 'node_modules/.bin/react-router-serve')
  server = await startProcess(bin, () => ['build/server/index.js'], { cwd: app.folder, env: { ...env, HOST: 'localhost' } })
}, 300_000)

afterAll(async () => {
  await server?.close()
  await account?.close()
  await closeBrowser()
  app?.remove()
})

test('React Router: a loader gives the first paint its balance, and the widgets work', async () => {
  const origin = `http://localhost:${server.port}`
  const html = await (await fetch(origin, { headers: { cookie: 'session=ada' } })).text()
  expect(html.includes('4,321')).toBe(true)
  expect(html.includes(KEY)).toBe(false)
  const seen = await visit(origin)
  await seen.page.getByText('4,321').first().waitFor()
  const seconds = since(app)
  await expectWidgetsToWork(seen)
  await seen.leave()
  expectRow(
    {
      consumer: 'React Router (framework mode)',
      versions: `react-router ${versionOf('react-router')}, react ${versionOf('react')}`,
      ran: 'loader with `prefetch`, resource route as the proxy, production build and server; Chromium, StrictMode',
    },
    seconds,
  )
})
