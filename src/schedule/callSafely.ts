/** What a listener throws is its own affair: reported like any event listener's, it ends nobody else's request. */
export function callSafely(call: () => void): void {
  try {
    call()
  } catch (error) {
    queueMicrotask(() => {
      throw error
    })
  }
}
