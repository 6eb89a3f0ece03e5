import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Simulator, SimulatorOptions } from 'audiopod-react/testing'
import { ensureBuilt } from '../../../demo/ensureBuilt.mjs'
import { chromiumLaunchOptions } from '../../../scripts/chromium.mjs'
import { serveKitPage } from './serveKitPage.js'
import { recordTraffic, type Traffic } from './recordTraffic.js'

/** What nothing in the browser may ever see. Made up. */
export const ACCOUNT_KEY = 'ap_e2e_the_key_of_the_account_0123456789'

/** The real demo, its simulated account, and a browser on its page. */
export interface Stage {
  url: string
  simulator: Simulator
  page: Page
  context: BrowserContext
  traffic: Traffic
  /** How many requests of an operation reached the account, by status. */
  statusesOf: (operation: string) => number[]
  signInAs: (name: 'Ada' | 'Ben' | 'Nobody') => Promise<void>
  /** Ada in a browser of her own, on a small app of every widget and her jobs. */
  openKitPage: (options?: KitPageOptions) => Promise<{ page: Page; context: BrowserContext; traffic: Traffic }>
  close: () => Promise<void>
}

export interface KitPageOptions {
  /** Whether texts are kept over a reload. @default false */
  text?: boolean
  /** How often each widget stands there. @default 1 */
  times?: number
  /** What the widgets stand in, if not in the page itself. `sandboxed`: the page is in a frame of no origin. */
  host?: 'shadow' | 'frame' | 'sandboxed'
  /** Set up before the page's scripts run. */
  prepare?: (page: Page) => Promise<void>
}

export async function openStage(account: SimulatorOptions = {}): Promise<Stage> {
  await ensureBuilt()
  // Only now is there a package to import.
  const { startDemo } = await import('../../../demo/startDemo.mjs')
  const demo = await startDemo({ simulator: { apiKey: ACCOUNT_KEY, jobSeconds: 1, ...account } })
  const { simulator, url } = demo
  if (!simulator) throw new Error('The demo has no simulator.')
  let browser: Browser | undefined
  let kitPage: ReturnType<typeof serveKitPage> | undefined
  const close = async () => {
    await browser?.close()
    await (await kitPage)?.close()
    await demo.close()
  }
  try {
    browser = await chromium.launch(await chromiumLaunchOptions())
    const open = openContext(browser, url)
    const { context, traffic, page } = await open()
    await page.goto(url)
    return {
      url,
      simulator,
      page,
      context,
      traffic,
      statusesOf: (operation) =>
        simulator.state.requests.filter((request) => request.operation === operation).map(({ status }) => status),
      signInAs: async (name) => {
        const user = page.getByLabel('Signed in as')
        const option = await user.getByRole('option').filter({ hasText: name }).getAttribute('value')
        await user.selectOption(option)
      },
      async openKitPage({ text = false, times = 1, host, prepare } = {}) {
        const opened = await open()
        kitPage ??= serveKitPage(url)
        const { url: kitUrl } = await kitPage
        await opened.context.request.post(`${kitUrl}/demo/sign-in`, { headers: { Origin: url }, data: { userId: 'user-ada' } })
        await prepare?.(opened.page)
        const address = `${kitUrl}/?times=${times}${text ? '&text' : ''}${host ? `&host=${host}` : ''}`
        if (host === 'sandboxed') {
          const frame = `<iframe sandbox="allow-scripts allow-forms" src="${address}" style="width: 900px; height: 900px"></iframe>`
          await opened.page.setContent(`<!doctype html><title>Host</title>${frame}`)
        } else await opened.page.goto(address)
        return opened
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

function openContext(browser: Browser, url: string) {
  return async () => {
    const context = await browser.newContext({ locale: 'en-US', timezoneId: 'UTC', viewport: { width: 1280, height: 1000 } })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url })
    context.setDefaultTimeout(15_000)
    const traffic = await recordTraffic(context)
    return { context, traffic, page: await context.newPage() }
  }
}
