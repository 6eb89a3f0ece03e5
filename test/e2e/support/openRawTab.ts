import type { Browser } from 'playwright-core'

/** A tab that Playwright does not drive. It keeps its own visible, and Chromium freezes hidden ones only. */
export interface RawTab {
  /** The value, or what a promise resolves with, of a script's expression. */
  evaluate: (expression: string) => Promise<unknown>
  /** As the browser does to a tab that was long out of sight: nothing in it runs until it is `active` again. */
  setState: (state: 'frozen' | 'active') => Promise<void>
}

/** Opens a tab in a window of its own, so that it is seen, in the browser's own context: no page of Playwright's shares it. */
export async function openRawTab(browser: Browser, url: string): Promise<RawTab> {
  const session = await browser.newBrowserCDPSession()
  const { targetId } = await session.send('Target.createTarget', { url, newWindow: true })
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false })
  const waiting = new Map<number, (answer: { result?: { result?: { value?: unknown } } }) => void>()
  session.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
    if (from !== sessionId) return
    const answer = JSON.parse(message)
    waiting.get(answer.id)?.(answer)
  })
  let last = 0
  const send = async (method: string, params: object) => {
    const id = ++last
    const answered = new Promise<{ result?: { result?: { value?: unknown } } }>((resolve) => waiting.set(id, resolve))
    await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
    return answered
  }
  return {
    async evaluate(expression) {
      const { result } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
      return result?.result?.value
    },
    async setState(state) {
      await send('Page.setWebLifecycleState', { state })
    },
  }
}
