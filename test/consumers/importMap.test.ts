import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { filesOf, listen } from '../../scripts/serve.mjs'
import { createAudioPodProxy, permissions, toNodeListener } from '../../src/server.node.js'
import { type AccountServer, KEY, startAccount } from './support/account.js'
import { type App, frameworks, isMeasured, layOutApp, versionOf } from './support/app.js'
import { closeBrowser, openBrowser, expectWidgetsToWork, visit } from './support/browser.js'
import { expectRow, since } from './support/compat.js'

/** What the package asks for by name, as a CDN would offer it: a module each, React among them only once. */
const vendor = ['react', 'react/jsx-runtime', 'react-dom', 'react-dom/client', 'swr', 'swr/infinite', 'zustand', 'zustand/vanilla', 'zustand/react/shallow', 'downshift']

let account: AccountServer
let app: App

beforeAll(async () => {
  await openBrowser()
  account = await startAccount()
  app = await layOutApp('import-map', ['react', 'react-dom'])
}, 120_000)

afterAll(async () => {
  await account?.close()
  await closeBrowser()
  app?.remove()
})

const fileOf = (name: string): string => name.replaceAll('/', '_')

async function bundleVendor(): Promise<void> {
  const from = createRequire(join(isMeasured ? app.folder : frameworks, 'package.json'))
  mkdirSync(join(app.folder, 'entries'), { recursive: true })
  const input: Record<string, string> = {}
  for (const name of vendor) {
    const names = Object.keys(from(name) as object).filter((each) => each !== 'default' && each !== '__esModule')
    const isCommon = name.startsWith('react')
    const path = JSON.stringify(name)
    const code = isCommon
      ? `import whole from ${path}\nexport default whole\nexport const { ${names.join(', ')} } = whole\n`
      : `export * from ${path}\nexport { default } from ${path}\n`
    input[fileOf(name)] = join(app.folder, 'entries', `${fileOf(name)}.js`)
    writeFileSync(input[fileOf(name)] ?? '', name.startsWith('zustand') || name === 'downshift' ? `export * from ${path}\n` : code)
  }
  // Vitest's own would build React for development.
  vi.stubEnv('NODE_ENV', 'production')
  await build({
    root: app.folder,
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: 'pages/vendor',
      minify: false,
      rolldownOptions: { input, preserveEntrySignatures: 'strict', output: { entryFileNames: '[name].js' } },
    },
  })
}

test('a plain page with an import map, and no build of the package', async () => {
  await bundleVendor()
  const imports = Object.fromEntries(vendor.map((name) => [name, `/vendor/${fileOf(name)}.js`]))
  const map = JSON.stringify({ imports: { ...imports, 'audiopod-react': '/audiopod/dist/index.js' } })
  writeFileSync(
    join(app.folder, 'pages/index.html'),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Consumer</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/audiopod/dist/styles.css"><script type="importmap">${map}</script></head>
<body><div id="root"></div><script type="module" src="/main.js"></script></body></html>`,
  )
  copyFileSync(join(app.folder, 'main.js'), join(app.folder, 'pages/main.js'))

  const proxy = toNodeListener(
    createAudioPodProxy({ apiKey: KEY, baseUrl: account.url, authorize: () => ({ userId: 'ada', allow: [...permissions] }) }),
  )
  const pages = filesOf(join(app.folder, 'pages'))
  const files = filesOf(join(isMeasured ? app.folder : frameworks, 'node_modules/audiopod-react'), '/audiopod/')
  const hash = createHash('sha256').update(map).digest('base64')
  const { origin, close } = await listen(
    createServer((request, response) => {
      if (request.url?.startsWith('/api/audiopod')) return void proxy(request, response)
      response.setHeader('Content-Security-Policy', `default-src 'self'; script-src 'self' 'sha256-${hash}'; style-src 'self'; img-src 'self' data:`)
      if (request.url?.startsWith('/audiopod/')) return files(request, response)
      pages(request, response)
    }),
  )
  const seen = await visit(origin)
  await seen.page.getByText('4,321').first().waitFor()
  const seconds = since(app)
  await expectWidgetsToWork(seen)
  await seen.leave()
  await close()
  expect(seen.asked).toContain('GET /credits')
  expectRow(
    {
      consumer: 'A plain page, no build',
      versions: `react ${versionOf('react', app.folder)}`,
      ran: 'import map, the package’s files as they are in the tarball; Chromium, StrictMode, CSP with the hash of the map',
    },
    seconds,
  )
}, 240_000)
