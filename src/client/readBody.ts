/** The longest answer that is read; AudioPod's are far below it. A longer one is not AudioPod's. */
export const MAX_ANSWER_BYTES = 4 * 1024 * 1024

/** The body as text; undefined where it is longer than `max` bytes. The caller then gives the request up. */
export async function readBody(response: Response, max: number): Promise<string | undefined> {
  if (!response.body) return response.text()
  if (Number(response.headers.get('content-length')) > max) {
    await response.body.cancel()
    return undefined
  }
  // Chromium counts an answer that is read by hand alone as cancelled, in its developer tools and to monitors.
  const text = response.clone().text()
  text.catch(() => {})
  const reader = response.body.getReader()
  for (let length = 0; ; ) {
    const { done, value } = await reader.read()
    if (done) return text
    length += value.byteLength
    if (length > max) {
      // Not awaited: it ends with the copy, when the caller gives the request up.
      reader.cancel().catch(() => {})
      return undefined
    }
  }
}
