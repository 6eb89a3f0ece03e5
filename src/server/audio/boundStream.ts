import { type Leaving, TransportError } from '../transport.js'
import type { Place } from './streams.js'

export interface StreamBounds {
  maxBytes: number
  /** Ends it, where the stream itself is not cancelled. */
  leaving: Leaving
  /** Takes a place among the user's clips. */
  enter: (cut: () => void) => Place
  /** Told when it has ended, in whatever way; with the error, if that was it. */
  onEnd: (error?: unknown) => void
}

/** The same bytes, read no faster than they are taken, and an error past `maxBytes`: an endless clip ends there. */
export function boundStream(
  source: ReadableStream<Uint8Array>,
  { maxBytes, leaving, enter, onEnd }: StreamBounds,
): ReadableStream<Uint8Array> {
  const reader = source.getReader()
  let size = 0
  let open = true
  const end = (error?: unknown) => {
    if (!open) return
    open = false
    leaving.removeEventListener('abort', stop)
    place.leave()
    onEnd(error)
  }
  const stop = () => {
    end()
    reader.cancel().catch(() => {})
  }
  const place = enter(stop)
  leaving.addEventListener('abort', stop, { once: true })
  if (leaving.aborted) stop()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        place.read()
        try {
          const { done, value } = await reader.read()
          if (done) {
            // Cut short by who left: not to be taken for the whole.
            if (!open) throw new TransportError('cancelled')
            end()
            controller.close()
            return
          }
          size += value.byteLength
          if (size > maxBytes) throw new TransportError('too long')
          controller.enqueue(value)
        } catch (error) {
          end(error)
          reader.cancel().catch(() => {})
          throw error
        }
      },
      async cancel(reason) {
        end()
        await reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
}
