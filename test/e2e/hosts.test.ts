/** Widgets in a shadow root, in a frame's document and in a sandboxed page, used with a real pointer and keyboard. */
import type { FrameLocator, Page } from 'playwright-core'
import { getResponse } from 'msw'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Stage } from './support/openStage.js'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

/** What an app's window has been told of that nobody caught. */
function listenForErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  return errors
}

/** An account that answers pages of no origin too, which a proxy refuses. */
async function answerAnyOrigin(page: Page): Promise<void> {
  const { createSimulator } = await import('audiopod-react/testing')
  const { handlers } = createSimulator()
  await page.route('**/api/audiopod/**', async (route) => {
    const request = route.request()
    const body = request.postData()
    const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*', 'Access-Control-Allow-Methods': '*' }
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers })
    const asked = new Request(request.url(), { method: request.method(), headers: request.headers(), body })
    const answer = await getResponse(handlers, asked)
    if (!answer) return route.abort()
    const answered = { ...Object.fromEntries(answer.headers), ...headers }
    return route.fulfill({ status: answer.status, headers: answered, body: await answer.text() })
  })
}

describe.each(['shadow', 'frame'] as const)('in a %s', (host) => {
  let page: Page
  let errors: string[]
  let widgets: Page | FrameLocator
  const actions = `Actions for Key in a ${host}`
  const button = (name: string) => widgets.getByRole('button', { name, exact: true })
  /** Who has the focus, down to the last shadow root or frame. */
  const focused = () =>
    page.evaluate(() => {
      let active = document.activeElement
      for (;;) {
        const inner = active instanceof HTMLIFrameElement ? active.contentDocument : active?.shadowRoot
        if (!inner?.activeElement) return active?.getAttribute('aria-label') ?? active?.getAttribute('name') ?? active?.textContent.trim()
        active = inner.activeElement
      }
    })

  beforeAll(async () => {
    const opened = await stage.openKitPage({ host, prepare: async (fresh) => void (errors = listenForErrors(fresh)) })
    page = opened.page
    widgets = host === 'frame' ? page.frameLocator('iframe') : page
  })
  afterAll(() => page?.context().close())

  test('a key is created, copied and put away, and the focus goes back', async () => {
    await button('Create key').first().click()
    await expect.poll(focused).toBe('audiopod-key-name')
    await page.keyboard.type(`Key in a ${host}`)
    await page.keyboard.press('Enter')
    const dialog = widgets.getByRole('dialog', { name: `Save “Key in a ${host}” now.` })
    await dialog.waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    expect(await dialog.isVisible()).toBe(true)
    await button('Copy key').click()
    await dialog.locator('.audiopod-secret-status', { hasText: 'Copied at' }).waitFor()
    await button('Done').click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(focused).toBe('Create key')
  })

  test('a row’s menu opens, is walked through, and closes by a press beside it', async () => {
    await button(actions).press('ArrowUp')
    await expect.poll(focused).toBe('Revoke key')
    await page.keyboard.press('Escape')
    await expect.poll(focused).toBe(actions)
    await button(actions).click()
    await widgets.getByRole('menu').waitFor()
    await widgets.getByRole('heading', { name: 'API keys' }).click()
    await widgets.getByRole('menu').waitFor({ state: 'detached' })
    await button(actions).click()
    await widgets.getByRole('menuitem', { name: 'Revoke key' }).click()
    await expect.poll(focused).toBe('Keep key')
    await button('Keep key').click()
    await expect.poll(focused).toBe(actions)
  })

  test('a voice is chosen from the list by a press, and the list closes by a press beside it', async () => {
    const field = widgets.getByRole('combobox', { name: 'Voice' })
    await field.click()
    const option = widgets.getByRole('option', { name: /Sage/ })
    await option.click()
    await option.waitFor({ state: 'detached' })
    await expect.poll(() => field.inputValue()).toBe('Sage')
    await field.click()
    await option.waitFor()
    await page.keyboard.press('Tab')
    await expect.poll(focused).toMatch(/Sage|No voice|sample|Preview/)
    expect(await option.isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await field.click()
    await widgets.getByRole('heading', { name: 'API keys' }).click()
    await option.waitFor({ state: 'detached' })
  })

  test('speech is made and heard', async () => {
    await widgets.getByRole('textbox', { name: 'Text' }).fill('The tide had gone out.')
    await button('Generate speech').click()
    await button('Play').first().click()
    await button('Pause').first().click()
    expect(await button('Play').first().isVisible()).toBe(true)
  })

  test('the stylesheet is in force, and nothing was thrown', async () => {
    const radius = await widgets.locator('.audiopod-card').first().evaluate((card) => getComputedStyle(card).borderTopLeftRadius)
    expect(radius).toBe('10px')
    expect(errors).toEqual([])
  })
})

test('in a sandboxed page without storage, channels, locks or a clipboard nothing is thrown, and a key can be copied by hand', async () => {
  let errors: string[] = []
  const { page, context } = await stage.openKitPage({
    host: 'sandboxed',
    prepare: async (fresh) => {
      errors = listenForErrors(fresh)
      await answerAnyOrigin(fresh)
    },
  })
  const frame = page.frameLocator('iframe')
  await frame.getByRole('button', { name: 'Create key', exact: true }).first().click()
  // The dialog is fetched when it is asked for.
  await frame.getByRole('textbox', { name: 'Name' }).fill('Staging')
  await page.keyboard.press('Enter')
  const dialog = frame.getByRole('dialog', { name: 'Save “Staging” now.' })
  await dialog.waitFor()
  const inner = page.frames()[1]
  await inner?.evaluate(() => Object.defineProperty(document, 'execCommand', { value: () => false }))
  await dialog.getByRole('button', { name: 'Copy key' }).click()
  await dialog.locator('.audiopod-notice', { hasText: 'Your browser blocked copying' }).waitFor()
  const [selected, secret] = [
    await inner?.evaluate(() => getSelection()?.toString()),
    await dialog.locator('.audiopod-secret').textContent(),
  ]
  expect(selected).toBe(secret)
  await page.keyboard.press('Control+C')
  await dialog.locator('.audiopod-secret-status', { hasText: 'Copied at' }).waitFor()
  expect(errors).toEqual([])
  await context.close()
})
