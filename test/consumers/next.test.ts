import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Running, startProcess } from '../frameworks/support/serve.js'
import { type AccountServer, KEY, startAccount } from './support/account.js'
import { type App, frameworks, layOutApp, runIn, versionOf } from './support/app.js'
import { closeBrowser, openBrowser, expectWidgetsToWork, visit } from './support/browser.js'
import { expectRow, since } from './support/compat.js'

let account: AccountServer
let app: App
let server: Running

beforeAll(async () => {
  await openBrowser()
  account = await startAccount()
  app = await layOutApp('next', ['next', 'react', 'react-dom', '@types/react', '@types/react-dom', '@types/node', 'typescript@5.9.3'])
  const next = join(app.folder.startsWith(frameworks) ? frameworks : app.folder, 'node_modules/next/dist/bin/next')
  writeFileSync(
    join(app.folder, 'next.config.mjs'),
    `export default ${JSON.stringify({
      turbopack: { root: app.folder.startsWith(frameworks) ? frameworks : app.folder },
      // Its types are checked with the others', by versions of TypeScript that are known.
      typescript: { ignoreBuildErrors: true },
    })}`,
  )
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', UPSTREAM: account.url, AUDIOPOD_API_KEY: KEY }
  await runIn(app, process.execPath, [next, 'build'], env)
  const args = (port: number) => [next, 'start', '--port', String(port), '--hostname', 'localhost']
  server = await startProcess(process.execPath, args, { cwd: app.folder, env })
}, 300_000)

afterAll(async () => {
  await server?.close()
  await account?.close()
  await closeBrowser()
  app?.remove()
})

test('Next.js: server components show the balance in the first HTML, and the widgets work under a strict policy', async () => {
  const origin = `http://localhost:${server.port}`
  const html = await (await fetch(origin, { headers: { cookie: 'session=ada' } })).text()
  expect(html.includes('4,321')).toBe(true)
  expect(html.includes(KEY)).toBe(false)
  const seen = await visit(origin)
  await seen.page.getByText('4,321').first().waitFor()
  const seconds = since(app)
  await expectWidgetsToWork(seen)
  // The balance came with the page; it is asked for once the speech was paid.
  expect(seen.asked.indexOf('GET /credits')).toBeGreaterThan(seen.asked.findIndex((each) => each.includes('/generate')))
  await seen.leave()
  expectRow(
    {
      consumer: 'Next.js (App Router)',
      versions: `next ${versionOf('next')}, react ${versionOf('react')}`,
      ran: 'widgets in a server component, route handler, `prefetch`, production build and server; Chromium, CSP with a nonce for Next’s own scripts',
    },
    seconds,
  )
})

test('Next.js: who is not signed in gets a page without anybody’s balance', async () => {
  const html = await (await fetch(`http://localhost:${server.port}`)).text()
  expect(html.includes('Credit balance')).toBe(true)
  expect(html.includes('4,321')).toBe(false)
})
