import { voicesGet, voicesList } from '../../api/index.js'
import type { Connection } from '../connection.js'
import { withInput } from '../encodeRequest.js'
import { withQuery } from '../plainQuery.js'
import type { AudioPodClient } from '../types.js'

export function voicesOf(connection: Connection): AudioPodClient['voices'] {
  return connection.noun('voices', ({ request }) => ({
    list: (input = {}, call = input) => request(voicesList, withQuery({ ...input }), call),
    get: (id, call) => request(voicesGet, withInput({ id }), call),
  }))
}
