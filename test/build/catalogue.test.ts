import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type FrameLocator, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { chromiumLaunchOptions } from '../../scripts/chromium.mjs'
import { serve } from '../../scripts/serve.mjs'
import { root } from './support/dist.js'

interface StoryIndex {
  entries: Record<string, { id: string; type: 'story' | 'docs'; title: string; tags?: string[] }>
}

const folder = join(root, 'storybook-static')
const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as StoryIndex
// A catalogue is a few megabytes of script, which a busy machine takes its time over.
const PATIENCE = 60_000
vi.setConfig({ testTimeout: 3 * PATIENCE })

let browser: Browser
let served: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  served = await serve(folder, '/some/deep/path/')
  browser = await chromium.launch(await chromiumLaunchOptions())
})
afterAll(async () => {
  await browser.close()
  await served.close()
})

/** A page that has no network but the catalogue's own folder; what it misses or throws is noted. */
async function open(path: string): Promise<{ page: Page; shown: FrameLocator; missing: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.setDefaultTimeout(PATIENCE)
  const missing: string[] = []
  page.on('request', (request) => {
    const { protocol } = new URL(request.url())
    if (protocol.startsWith('http') && !request.url().startsWith(new URL(served.url).origin)) missing.push(request.url())
  })
  page.on('response', (response) => void (response.status() === 404 && missing.push(response.url())))
  page.on('pageerror', (error) => missing.push(String(error)))
  await page.goto(`${served.url}${path}`)
  return { page, shown: page.frameLocator('#storybook-preview-iframe'), missing }
}

test('the static catalogue opens with what the kit is, and widgets that work, below any path and offline', async () => {
  const { page, shown, missing } = await open('')
  await shown.getByRole('heading', { name: 'audiopod-react' }).waitFor()
  await shown.getByText('11,250 credits').waitFor()
  await shown.getByRole('button', { name: 'Create key' }).waitFor()
  await shown.getByText('createAudioPodProxy').first().waitFor()
  expect(page.url()).toContain('/some/deep/path/?path=/docs/start--docs')
  expect(missing).toEqual([])
  await page.close()
})

test("a widget's page has its states, its code, its props, its keys and its slots", async () => {
  const { page, shown, missing } = await open('?path=/docs/widgets-topup--docs')
  for (const name of ['States', 'Code', 'Props', 'Keys', 'Theming']) await shown.locator('h2', { hasText: name }).waitFor()
  const states = Object.values(entries).filter(({ title, type }) => title === 'Widgets/TopUp' && type === 'story')
  expect(await shown.getByRole('list', { name: 'States' }).getByRole('button').count()).toBe(states.length)
  await shown.getByRole('button', { name: 'Refused', exact: true }).click()
  await shown.frameLocator('iframe').getByText('The checkout was not opened.').first().waitFor()
  await shown.getByRole('list', { name: 'Slots of this state' }).getByRole('button', { name: 'notice' }).waitFor()
  await shown.getByText('onCheckoutSession').waitFor()
  await shown.getByRole('cell', { name: 'Own amount' }).waitFor()
  expect(missing).toEqual([])
  await page.close()
})

test("the Playground's toolbar sets the account, and its address keeps it", async () => {
  const { page, shown } = await open('?path=/story/playground--playground')
  await shown.getByText('11,250').first().waitFor()
  await page.getByRole('button', { name: 'Account', exact: true }).click()
  await page.getByLabel('Balance').selectOption('Empty')
  await shown.getByText('Out of credits.', { exact: true }).first().waitFor()
  await page.waitForURL(/globals=.*balance:empty/)
  await page.reload()
  await shown.getByText('Out of credits.', { exact: true }).first().waitFor()
  const box = await page.getByRole('button', { name: 'Account: Empty' }).boundingBox()
  expect((box?.x ?? Infinity) + (box?.width ?? 0)).toBeLessThan(1280)

  await page.goto(`${served.url}?path=/story/widgets-creditbalance--loaded`)
  await shown.getByText('11,250').first().waitFor()
  expect(await page.getByRole('button', { name: /^Account/ }).count()).toBe(0)
  await page.close()
})
