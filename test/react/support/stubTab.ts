import { vi } from 'vitest'
import type { FakeTab } from '../../state/tabs/fakeBrowser.js'

/** Makes this page one of a fake browser's tabs, until the end of the test. */
export function stubTab({ ports }: FakeTab): void {
  class Channel extends EventTarget {
    readonly #channel
    constructor(name: string) {
      super()
      this.#channel = ports.openChannel(name, (data) => this.dispatchEvent(new MessageEvent('message', { data })))
    }
    postMessage(message: unknown) {
      this.#channel.postMessage(message)
    }
    close() {
      this.#channel.close()
    }
  }
  vi.stubGlobal('BroadcastChannel', Channel)
  vi.stubGlobal('navigator', Object.create(navigator, { locks: { value: ports.locks }, onLine: { value: true } }))
}
