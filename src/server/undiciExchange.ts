import type { IncomingHttpHeaders } from 'node:http'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import type { Dispatcher } from 'undici'
import { errorCode, type Exchange, type HeaderReader, isEncoded, type TransportAnswer, TransportError } from './transport.js'

type Handler = Required<
  Pick<Dispatcher.DispatchHandler, 'onRequestStart' | 'onResponseStart' | 'onResponseData' | 'onResponseEnd' | 'onResponseError'>
>

/** Takes what comes of the body, once somebody reads it. */
interface Sink {
  data(chunk: Uint8Array): void
  end(): void
  error(error: TransportError): void
}

/** One request of undici's: its handler, and what comes of it. */
export class UndiciExchange implements Exchange, Handler {
  readonly answer: Promise<TransportAnswer>
  /** Set at the last moment before undici writes; whatever fails earlier never left. */
  sent = false
  #controller: Dispatcher.DispatchController | undefined
  #answered: (answer: TransportAnswer) => void = () => {}
  #failed: (error: TransportError) => void = () => {}
  #sink: Sink | undefined
  /** What came before anybody read. */
  #early: Uint8Array[] = []
  #ended = false
  #error: TransportError | undefined

  constructor() {
    this.answer = new Promise((resolve, reject) => {
      this.#answered = resolve
      this.#failed = reject
    })
    this.answer.catch(() => {})
  }

  cancel(): void {
    if (this.#ended || this.#error) return
    const error = new TransportError('cancelled')
    this.fail(error)
    this.#controller?.abort(error)
  }

  fail(error: TransportError): void {
    if (this.#ended || this.#error) return
    this.#error = error
    this.#early = []
    this.#failed(error)
    this.#sink?.error(error)
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Cancelled in the queue. What is thrown here keeps undici from writing, and the connection from harm.
    if (this.#error) throw this.#error
    this.#controller = controller
    this.sent = true
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200) return
    const reader = new HeaderRecord(headers)
    this.#answered({
      status,
      headers: reader,
      bytes: (maxBytes) => this.#bytes(maxBytes, reader),
      stream: () => this.#stream(reader),
    })
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    // undici gives an empty one whenever it resumes. To pause again for that would be to wait for ever.
    if (chunk.byteLength === 0) return
    if (this.#sink) return this.#sink.data(chunk)
    this.#early.push(chunk)
    controller.pause()
  }

  onResponseEnd(): void {
    this.#ended = true
    this.#sink?.end()
  }

  onResponseError(_: unknown, error: Error): void {
    this.fail(new TransportError(errorCode(error)))
  }

  /** Hands over what came early, then lets the rest come. */
  #read(sink: Sink): void {
    if (this.#error) return sink.error(this.#error)
    this.#sink = sink
    for (const chunk of this.#early.splice(0)) sink.data(chunk)
    if (this.#ended) sink.end()
    else this.#controller?.resume()
  }

  async #bytes(maxBytes: number, headers: HeaderReader): Promise<Uint8Array | undefined> {
    const raw = await new Promise<Uint8Array | undefined>((resolve, reject) => {
      const chunks: Uint8Array[] = []
      let size = 0
      this.#read({
        data: (chunk) => {
          size += chunk.byteLength
          if (size <= maxBytes) return void chunks.push(chunk)
          resolve(undefined)
          this.cancel()
        },
        end: () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)),
        error: reject,
      })
    })
    return raw && isEncoded(headers) ? decode(raw, headers.get('content-encoding') ?? '', maxBytes) : raw
  }

  #stream(headers: HeaderReader): ReadableStream<Uint8Array> {
    if (isEncoded(headers)) {
      this.cancel()
      return new ReadableStream({ start: (controller) => controller.error(new TransportError('compressed unasked')) })
    }
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#read({
          data: (chunk) => {
            controller.enqueue(chunk)
            if ((controller.desiredSize ?? 0) <= 0) this.#controller?.pause()
          },
          end: () => controller.close(),
          error: (error) => controller.error(error),
        })
      },
      pull: () => this.#controller?.resume(),
      cancel: () => {
        // Its controller takes no more, not even the news of its end.
        this.#sink = { data() {}, end() {}, error() {} }
        this.cancel()
      },
    })
  }
}

/** What Node made of the header lines. */
class HeaderRecord implements HeaderReader {
  readonly #record: IncomingHttpHeaders

  constructor(record: IncomingHttpHeaders) {
    this.#record = record
  }

  get(name: string): string | null {
    const value = Object.hasOwn(this.#record, name) ? this.#record[name] : undefined
    return value === undefined ? null : typeof value === 'string' ? value : value.join(', ')
  }
}

const decoders = new Map([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
])

/** Undefined too for an encoding that is unknown, broken, or a bomb: an answer that is not understood. */
async function decode(bytes: Uint8Array, encoding: string, maxBytes: number): Promise<Uint8Array | undefined> {
  try {
    return await decoders.get(encoding.trim().toLowerCase())?.(bytes, { maxOutputLength: maxBytes })
  } catch {
    return undefined
  }
}
