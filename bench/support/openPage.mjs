import { JSDOM } from 'jsdom'

/** Makes this process a page, before a library looks whether it is in one. */
export function openPage() {
  const { window } = new JSDOM('<!doctype html>', { url: 'https://app.example/' })
  for (const key of ['document', 'navigator', 'location']) {
    Object.defineProperty(globalThis, key, { value: window[key], configurable: true })
  }
  globalThis.window = window
}
