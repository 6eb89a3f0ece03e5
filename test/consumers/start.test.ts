import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, layOutApp } from './support/app.js'
import { closeBrowser, openBrowser, visit } from './support/browser.js'

const read = (page: string) => readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8')

/** The component that a page shows first, under `<!-- example: look -->`. */
function shownIn(page: string): string {
  const code = read(page).split('<!-- example: look -->\n')[1]?.match(/^```tsx\n([^]*?)^```$/m)?.[1]
  if (code === undefined) throw new Error(`${page} has lost its example`)
  return code
}

let app: App
let server: ViteDevServer
beforeAll(async () => {
  await openBrowser()
  app = await layOutApp('start', ['react', 'react-dom', 'msw'], { isolated: true })
  writeFileSync(join(app.folder, 'src/App.tsx'), shownIn('docs/start.md'))
  server = await createServer({ root: app.folder, configFile: false, logLevel: 'warn', plugins: [react()], server: { port: 0, host: '127.0.0.1' } })
  await server.listen()
}, 240_000)
afterAll(async () => {
  await server?.close()
  await closeBrowser()
  app?.remove()
})

test('README.md and docs/start.md begin with the same lines, ten at most', () => {
  expect(shownIn('README.md')).toBe(shownIn('docs/start.md'))
  expect(shownIn('README.md').split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(10)
})

test('they show a balance in Vite’s dev server, without a key and without a server', async () => {
  const address = server.httpServer?.address()
  if (typeof address !== 'object' || address === null) throw new Error('the dev server does not listen')
  const { page, heard, leave } = await visit(`http://127.0.0.1:${address.port}`)
  await page.getByText('11,250').first().waitFor()
  expect(heard.filter((line) => !/^debug: \[vite\]|React DevTools/.test(line))).toEqual([])
  await leave()
}, 120_000)
