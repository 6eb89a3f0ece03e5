import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { chromiumLaunchOptions } from '../../../scripts/chromium.mjs'

let launched: Promise<Browser> | undefined

export async function openBrowser(): Promise<Browser> {
  launched ??= chromiumLaunchOptions().then((options) => chromium.launch(options))
  return launched
}

export async function closeBrowser(): Promise<void> {
  const browser = await launched
  launched = undefined
  await browser?.close()
}

export interface Visit {
  page: Page
  context: BrowserContext
  /** What the console said, what was thrown, and what the Content-Security-Policy forbade. */
  heard: string[]
  /** Requests to the app's own endpoint: method and path below it. */
  asked: string[]
  leave: () => Promise<void>
}

/** A page of an app, as the user that its cookie names. */
export async function visit(origin: string, path = '/', user = 'ada'): Promise<Visit> {
  const browser = await openBrowser()
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'Europe/Vienna', permissions: ['clipboard-read', 'clipboard-write'] })
  await context.addCookies([{ name: 'session', value: user, url: origin }])
  const page = await context.newPage()
  const heard: string[] = []
  const asked: string[] = []
  page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => heard.push(String(error)))
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/audiopod/')) asked.push(`${request.method()} ${pathname.slice('/api/audiopod'.length)}`)
  })
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
      console.error(`CSP: ${effectiveDirective} ${blockedURI} ${sourceFile}`),
    )
  })
  await page.goto(origin + path)
  return { page, context, heard, asked, leave: () => context.close() }
}

/** What a person does first: sees the balance, makes a key, and has a sentence spoken. The console stays empty. */
export async function expectWidgetsToWork({ page, heard }: Visit): Promise<void> {
  await page.getByText('4,321').first().waitFor()
  await page.getByRole('button', { name: 'Create key' }).first().click()
  await page.getByRole('textbox', { name: 'Name' }).fill('From an app')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: 'Save “From an app” now.' })
  await panel.getByRole('button', { name: 'Copy key' }).click()
  await panel.getByText(/^Copied at/).first().waitFor()
  await panel.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('row', { name: /From an app/ }).waitFor()
  await page.getByRole('textbox', { name: 'Text' }).fill('Hello from an app of its own.')
  await page.getByRole('button', { name: 'Generate speech' }).click()
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor({ timeout: 30_000 })
  await page.waitForLoadState('networkidle')
  expect(heard).toEqual([])
}
