import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { chromiumLaunchOptions } from '../../scripts/chromium.mjs'
import { serve } from '../../scripts/serve.mjs'
import { root } from './support/dist.js'

interface StoryIndex {
  entries: Record<string, { id: string; type: 'story' | 'docs' }>
}

test('the static catalogue works below any path', async () => {
  const folder = join(root, 'storybook-static')
  const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as StoryIndex
  const story = Object.values(entries).find(({ id, type }) => type === 'story' && id.includes('creditbalance'))
  const { url, close } = await serve(folder, '/some/deep/path/')
  const browser = await chromium.launch(await chromiumLaunchOptions())
  const page = await browser.newPage()
  const missing: string[] = []
  page.on('response', (response) => void (response.status() === 404 && missing.push(response.url())))
  page.on('pageerror', (error) => missing.push(String(error)))
  const answered = page.waitForResponse((response) => response.url().includes('/api/audiopod/') && response.fromServiceWorker())
  await page.goto(`${url}?path=/story/${story?.id ?? ''}`)
  expect((await answered).status()).toBe(200)
  await page.frameLocator('#storybook-preview-iframe').locator('.page').waitFor()
  expect(missing).toEqual([])
  await browser.close()
  await close()
})
