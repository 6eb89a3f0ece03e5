/** Whether anybody can see the page. */
export interface Visibility {
  isHidden: () => boolean
  /** Calls back when that may have changed; returns what ends it. */
  onChange: (listener: () => void) => () => void
}

/** The browser's; where there is no page, as on a server, it is never hidden. */
export const pageVisibility: Visibility = {
  isHidden: () => globalThis.document?.visibilityState === 'hidden',
  onChange(listener) {
    const page = globalThis.document
    page?.addEventListener('visibilitychange', listener)
    return () => page?.removeEventListener('visibilitychange', listener)
  },
}
