import type { Operation } from '../api/index.js'
import type { OutgoingRequest } from './transport.js'

export interface EncodedRequest extends Omit<OutgoingRequest, 'headers'> {
  contentType: string | undefined
  /** The values by their wire names, for the decoder. */
  wire: Record<string, unknown>
}

export type Encode = (endpoint: string, operation: Operation) => EncodedRequest

/** The request of an operation that takes nothing. */
export const plain: Encode = (endpoint, { method, path }) => ({
  url: endpoint + path,
  method,
  contentType: undefined,
  wire: {},
})
