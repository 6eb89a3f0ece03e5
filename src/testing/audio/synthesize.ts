import type { SimulatedVoice } from '../types.js'

export interface SynthesizeRequest {
  /** As it arrived, with whatever cues and breaks it holds. */
  text: string
  voice: SimulatedVoice
  /** What was asked for; the answer's `contentType` says what it is. */
  format: 'mp3' | 'wav' | 'ogg'
  speed: number
  language?: string | undefined
  deliveryMode?: string | undefined
}

export interface TimedWord {
  text: string
  /** Seconds from the beginning. */
  start: number
  end: number
}

export interface Speech {
  /** The file, or a function that makes it when it is first asked for. */
  bytes: Uint8Array<ArrayBuffer> | (() => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>)
  /** Such as `audio/wav`. */
  contentType: string
  durationSeconds: number
  /** @default the words of the text, spread over the duration by their length */
  words?: readonly TimedWord[] | undefined
}

/** Makes the audio of a text. A rejection fails the job and gives its credits back. */
export type Synthesize = (request: SynthesizeRequest) => Promise<Speech>

export function extensionOf(contentType: string): string {
  if (/mpeg|mp3/i.test(contentType)) return 'mp3'
  if (/ogg|opus/i.test(contentType)) return 'ogg'
  return 'wav'
}
