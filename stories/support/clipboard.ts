/** Puts something in the place of the browser's clipboard, which a page in a test frame may not use. */
function replaceClipboard(clipboard: Pick<Clipboard, 'writeText' | 'readText'>): void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard })
}

/** A clipboard that takes what it is given; returns what reads it. */
export function allowCopying(): () => string {
  let held = ''
  replaceClipboard({
    writeText: async (text) => {
      held = text
    },
    readText: async () => held,
  })
  return () => held
}

/** A browser that refuses both ways of copying. */
export function refuseCopying(): void {
  const refuse = () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'))
  replaceClipboard({ writeText: refuse, readText: refuse })
  Object.defineProperty(document, 'execCommand', { configurable: true, value: () => false })
}

/** Gives the page back what the browser has. */
export function restoreCopying(): void {
  Reflect.deleteProperty(navigator, 'clipboard')
  Reflect.deleteProperty(document, 'execCommand')
}
