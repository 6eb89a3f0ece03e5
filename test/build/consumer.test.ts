import { execFile } from 'node:child_process'
import type { Server } from 'node:http'
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import react from '@vitejs/plugin-react'
import { type Browser, chromium } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { chromiumLaunchOptions } from '../../scripts/chromium.mjs'
import { filesOf, listen } from '../../scripts/serve.mjs'
import { root } from './support/dist.js'

const run = promisify(execFile)

/** What an app brings beside the package, in the versions tried here. Its build tools are taken from this project. */
const brought = ['react', 'react-dom', 'msw', '@types/react', '@types/react-dom', '@types/node']

let app: string
let browser: Browser

beforeAll(async () => {
  app = realpathSync(mkdtempSync(join(tmpdir(), 'audiopod-react-consumer-')))
  cpSync(join(root, 'test/consumer/app'), app, { recursive: true })
  for (const [index, example] of readmeExamples().entries()) writeFileSync(join(app, `readme-${index}.tsx`), example)
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', app], { cwd: root })
  const [packed] = JSON.parse(stdout) as { filename: string }[]
  const install = ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock']
  await run('npm', [...install, `./${packed?.filename ?? ''}`, ...brought.map(inOurVersion)], { cwd: app })
  browser = await chromium.launch(await chromiumLaunchOptions())
}, 180_000)

afterAll(async () => {
  await browser?.close()
  rmSync(app, { recursive: true, force: true })
})

/** The components of README.md; its servers and its test need what an app has of its own. */
function readmeExamples(): string[] {
  const blocks = readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^```tsx\n([^]+?)^```/gm)
  const examples = Array.from(blocks, ([, code = '']) => code).filter((code) => code.includes('export function'))
  if (examples.length < 2) throw new Error('README.md has lost its examples')
  return examples
}

function inOurVersion(name: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }
  return `${name}@${version}`
}

test.each(['bundler', 'node16'])('the packed types and the README’s examples compile in an app, with moduleResolution %s', async (resolution) => {
  const tsc = join(root, 'node_modules/.bin/tsc')
  const { stdout } = await run(tsc, ['-p', `tsconfig.${resolution}.json`], { cwd: app }).catch((error: { stdout: string }) => error)
  expect(stdout).toBe('')
})

test('an app built from the tarball shows the balance, and its console stays empty', async () => {
  // Vitest's own would build React for development.
  vi.stubEnv('NODE_ENV', 'production')
  const common = { root: app, configFile: false, logLevel: 'warn' } as const
  await build({ ...common, plugins: [react()], build: { outDir: 'pages' } })
  await build({ ...common, build: { ssr: 'server.ts', outDir: 'server' } })
  const { createAppServer } = (await import(/* @vite-ignore */ pathToFileURL(join(app, 'server/server.js')).href)) as {
    createAppServer: (pages: ReturnType<typeof filesOf>) => Server
  }
  const { origin, close } = await listen(createAppServer(filesOf(join(app, 'pages'))))
  const context = await browser.newContext()
  await context.addCookies([{ name: 'session', value: 'ada', url: origin }])
  const page = await context.newPage()
  const heard: string[] = []
  page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => heard.push(String(error)))
  await page.goto(origin)
  await page.getByTestId('total').filter({ hasText: '4321' }).waitFor()
  await page.getByText('4,321').first().waitFor()
  await page.waitForLoadState('networkidle')
  expect(heard).toEqual([])
  await context.close()
  await close()
})
