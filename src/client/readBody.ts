/** The longest answer that is read; AudioPod's are far below it. A longer one is not AudioPod's. */
export const MAX_ANSWER_BYTES = 4 * 1024 * 1024

/** The body as text; undefined where it is longer than `max` bytes, of which no more is read. */
export async function readBody(response: Response, max: number): Promise<string | undefined> {
  if (!response.body) return response.text()
  if (Number(response.headers.get('content-length')) > max) {
    await response.body.cancel()
    return undefined
  }
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    length += value.byteLength
    if (length > max) {
      await reader.cancel()
      return undefined
    }
    text += decoder.decode(value, { stream: true })
  }
}
