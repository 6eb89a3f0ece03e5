import { detail, invalid, json, unprocessable, type Invalid } from './answers.js'
import { filePath } from './files/paths.js'
import type { Call } from './routes.js'
import type { SimulatedVoice } from './types.js'
import type { World } from './world.js'

/** A voice to begin with: whatever is not said is that of a public standard voice that is ready. */
export type VoiceSetup = Partial<SimulatedVoice> & { name: string }

const MAX_PAGE = 50

export function listVoices(world: World, { query, origin }: Call): Response {
  const problems: Invalid[] = []
  const type = query.get('voice_type')?.toLowerCase()
  if (type !== undefined && type !== 'standard' && type !== 'custom') {
    problems.push(invalid('query', 'voice_type', "Input should be 'standard' or 'custom'", 'enum'))
  }
  const isPublic = readBoolean(query, 'is_public', problems)
  const includePublic = readBoolean(query, 'include_public', problems) ?? true
  const skip = readWhole(query, 'skip', { min: 0 }, problems) ?? 0
  const limit = readWhole(query, 'limit', { min: 1, max: MAX_PAGE }, problems) ?? MAX_PAGE
  if (problems.length > 0) return unprocessable(problems)

  const found = world.voices.filter(
    (voice) =>
      (type === undefined || voice.type === type) &&
      (isPublic === undefined || voice.isPublic === isPublic) &&
      (includePublic || !voice.isPublic),
  )
  const page = found.slice(skip, skip + limit).map((voice) => written(world, voice, origin))
  return world.dialect.voices === 'array'
    ? json(page)
    : json({ voices: page, total: found.length, hasMore: skip + limit < found.length })
}

export function getVoice(world: World, { params, origin }: Call): Response {
  const voice = findVoice(world, params['voice_id'] ?? '')
  return voice ? json(written(world, voice, origin)) : detail(404, 'Voice not found')
}

/** By integer id, uuid, name, or the id that the page dialect gives. */
export function findVoice({ voices }: World, id: string): SimulatedVoice | undefined {
  return voices.find(
    (voice) => id === String(voice.id) || id === voice.uuid || id === voice.name || id === pageId(voice),
  )
}

const pageId = ({ id }: SimulatedVoice) => `voice_${id}`

function written({ dialect }: World, voice: SimulatedVoice, origin: string) {
  const { language, gender, description } = voice
  const preview =
    voice.status === 'completed' ? { preview_url: `${origin}${filePath('preview', `${voice.id}.wav`)}` } : {}
  if (dialect.voices === 'page') {
    return {
      voice_id: pageId(voice),
      name: voice.displayName ?? voice.name,
      category: voice.style,
      language,
      gender,
      age_range: 'adult',
      style: voice.style,
      description,
      ...preview,
      is_custom: voice.type === 'custom',
      tags: voice.tags ?? [],
      ...(voice.status === 'completed' ? {} : { status: voice.status.toUpperCase() }),
    }
  }
  return {
    id: voice.id,
    uuid: voice.uuid,
    name: voice.name,
    display_name: voice.displayName,
    description,
    voice_type: voice.type.toUpperCase(),
    is_public: voice.isPublic,
    status: voice.status.toUpperCase(),
    language,
    gender,
    ...preview,
  }
}

function readBoolean(query: URLSearchParams, name: string, problems: Invalid[]): boolean | undefined {
  const text = query.get(name)?.toLowerCase()
  if (text === undefined) return undefined
  if (['true', '1', 'yes', 'on'].includes(text)) return true
  if (['false', '0', 'no', 'off'].includes(text)) return false
  problems.push(invalid('query', name, 'Input should be a valid boolean', 'bool_parsing'))
  return undefined
}

function readWhole(
  query: URLSearchParams,
  name: string,
  { min, max = Infinity }: { min: number; max?: number },
  problems: Invalid[],
): number | undefined {
  const text = query.get(name)
  if (text === null) return undefined
  const value = Number(text)
  if (!/^-?\d+$/.test(text)) {
    problems.push(invalid('query', name, 'Input should be a valid integer', 'int_parsing'))
  } else if (value < min) {
    problems.push(invalid('query', name, `Input should be greater than or equal to ${min}`, 'greater_than_equal'))
  } else if (value > max) {
    problems.push(invalid('query', name, `Input should be less than or equal to ${max}`, 'less_than_equal'))
  }
  return value
}
