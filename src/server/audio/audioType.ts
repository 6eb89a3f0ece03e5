interface AudioType {
  type: string
  /** Of a saved file, without the dot. */
  ending: string
}

const mpeg: AudioType = { type: 'audio/mpeg', ending: 'mp3' }
const wav: AudioType = { type: 'audio/wav', ending: 'wav' }
const ogg: AudioType = { type: 'audio/ogg', ending: 'ogg' }
const mp4: AudioType = { type: 'audio/mp4', ending: 'm4a' }
const aac: AudioType = { type: 'audio/aac', ending: 'aac' }
const flac: AudioType = { type: 'audio/flac', ending: 'flac' }
const webm: AudioType = { type: 'audio/webm', ending: 'webm' }

const BY_TYPE: ReadonlyMap<string, AudioType> = new Map([
  ['audio/mpeg', mpeg], ['audio/mp3', mpeg], ['audio/mpeg3', mpeg], ['audio/x-mpeg', mpeg],
  ['audio/wav', wav], ['audio/x-wav', wav], ['audio/wave', wav], ['audio/vnd.wave', wav],
  ['audio/ogg', ogg], ['audio/opus', ogg], ['application/ogg', ogg],
  ['audio/mp4', mp4], ['audio/x-m4a', mp4], ['audio/m4a', mp4],
  ['audio/aac', aac], ['audio/flac', flac], ['audio/x-flac', flac], ['audio/webm', webm],
])

const BY_ENDING: ReadonlyMap<string, AudioType> = new Map([
  ['mp3', mpeg], ['wav', wav], ['ogg', ogg], ['oga', ogg], ['opus', ogg], ['m4a', mp4], ['aac', aac], ['flac', flac],
  ['webm', webm],
])

/** Stores that were not told a type say one of these. */
const UNSAID = ['', 'application/octet-stream', 'binary/octet-stream']

/**
 * What a clip is, as the browser may be told: one of a few types of audio, or undefined. A host that does not know is
 * helped out by the ending of the clip's address; one that says anything else (HTML, SVG) is believed.
 */
export function audioType(contentType: string | null, ...addresses: readonly URL[]): AudioType | undefined {
  const said = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (!UNSAID.includes(said)) return BY_TYPE.get(said)
  for (const { pathname } of addresses) {
    const found = BY_ENDING.get(/\.(\w{3,4})$/.exec(pathname)?.[1]?.toLowerCase() ?? '')
    if (found) return found
  }
  return undefined
}
