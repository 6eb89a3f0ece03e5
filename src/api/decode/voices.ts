import type { Voice, VoicePage } from '../types.js'
import { boolean, compact, expectList, expectObject, id, type Json, pick, required, text, unwrap, url, whole, word } from './read.js'

/** `GET /voice/voice-profiles`: a bare list, or a page. */
export function decodeVoices(body: unknown): VoicePage {
  const { items, envelope } = expectList(body, 'a list of voices', ['voices', 'voice_profiles', 'profiles'])
  return compact<VoicePage>({
    items: items.map((item) => decodeVoiceFrom(expectObject(item, 'a voice'))),
    total: pick(envelope, ['total', 'total_count', 'count'], whole),
    hasMore: pick(envelope, ['hasMore', 'has_more'], boolean),
  })
}

/** `GET /voice/voices/{voice_id}/status` */
export function decodeVoice(body: unknown): Voice {
  return decodeVoiceFrom(expectObject(unwrap(body, 'data', 'voice'), 'a voice'))
}

function decodeVoiceFrom(source: Json): Voice {
  const voiceId = required(pick(source, ['voice_id', 'id', 'uuid'], id), 'the id of a voice')
  return compact<Voice>({
    id: voiceId,
    name: pick(source, ['name'], text),
    displayName: pick(source, ['display_name', 'displayName'], text),
    description: pick(source, ['description'], text),
    type: pick(source, ['voice_type', 'type'], voiceType) ?? pick(source, ['is_custom'], customFlag),
    language: pick(source, ['language', 'lang', 'locale'], text),
    gender: pick(source, ['gender'], text),
    previewUrl: pick(source, ['preview_url', 'previewUrl', 'sample_url'], url),
    status: pick(source, ['status'], word),
  })
}

function voiceType(value: unknown): Voice['type'] {
  const name = word(value)
  if (name === 'custom' || name === 'cloned') return 'custom'
  return name === 'standard' ? 'standard' : undefined
}

function customFlag(value: unknown): Voice['type'] {
  const custom = boolean(value)
  return custom === undefined ? undefined : custom ? 'custom' : 'standard'
}
