import { type VoicePage, voicesList } from '../../api/index.js'
import type { Connection } from '../connection.js'
import { withQuery } from '../plainQuery.js'
import type { CallOptions, VoicesQuery } from '../types.js'

/** `voices.list` without the rest of its noun. */
export function readVoicePage({ client, read }: Connection, query: VoicesQuery, call: CallOptions): Promise<VoicePage> {
  return client ? client.voices.list(query, call) : read(voicesList, call, withQuery({ ...query }))
}
