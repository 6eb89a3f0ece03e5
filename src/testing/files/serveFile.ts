import { detail, json } from '../answers.js'
import type { Speech, TimedWord } from '../audio/synthesize.js'
import { spreadWords } from '../audio/words.js'
import { checkoutPage } from '../topUps.js'
import type { SimulatedFile, SimulatedVoice } from '../types.js'
import type { World } from '../world.js'
import { isSigned } from './signedUrl.js'
import { serveBytes } from './serveBytes.js'

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Expose-Headers': 'Accept-Ranges, Content-Length, Content-Range',
}

/** What the URLs in the API's answers lead to. Needs no key and counts against no limit, as on a CDN. */
export async function serveFile(
  world: World,
  file: { kind: SimulatedFile; name: string },
  request: Request,
): Promise<Response> {
  if (request.method === 'OPTIONS') return withCors(new Response(null, { status: 204 }))
  if (request.method !== 'GET' && request.method !== 'HEAD') return withCors(detail(405, 'Method Not Allowed'))
  const response = await answer(world, file, request)
  const body = request.method === 'HEAD' ? null : response.body
  return withCors(new Response(body, { status: response.status, headers: response.headers }))
}

async function answer(
  world: World,
  { kind, name }: { kind: SimulatedFile; name: string },
  request: Request,
): Promise<Response> {
  // A HEAD asks about the page and pays for nothing.
  if (kind === 'checkout') return request.method === 'GET' ? checkoutPage(world, name) : new Response(null)
  if (kind === 'preview') {
    const voice = world.voices.find(({ id }) => `${id}.wav` === name)
    if (!voice) return detail(404, 'Not found')
    return serveSpeech(world, `preview:${name}`, await preview(world, voice), request)
  }
  if (!isSigned(world, kind, name, new URL(request.url).searchParams)) return detail(403, 'Request has expired')
  const id = Number.parseInt(name, 10)
  const job = world.jobs.find((one) => one.id === id)
  const speech = world.work.get(id)?.speech
  if (!job || !speech) return detail(404, 'Not found')
  if (kind === 'audio') return serveSpeech(world, `audio:${id}`, speech, request)
  const words = speech.words ?? spreadWords(job.inputText, speech.durationSeconds)
  const tokens = job.timestamps === 'character' ? words.flatMap(characters) : words
  return json({ type: job.timestamps ?? 'word', tokens: tokens.map(rounded) })
}

async function preview(world: World, voice: SimulatedVoice): Promise<Speech> {
  const known = world.previews.get(voice.id)
  if (known) return known
  const text = `Hello, I am ${voice.displayName ?? voice.name}. This is how I sound.`
  const made = await world.settings.synthesize({ text, voice, format: 'wav', speed: 1, language: voice.language })
  world.previews.set(voice.id, made)
  return made
}

async function serveSpeech(world: World, key: string, speech: Speech, request: Request): Promise<Response> {
  let bytes = world.rendered.get(key)
  if (!bytes) {
    bytes = typeof speech.bytes === 'function' ? await speech.bytes() : speech.bytes
    world.rendered.set(key, bytes)
    // A player asks for a file piece by piece; more than the last few are not worth their memory.
    const oldest = world.rendered.keys().next().value
    if (world.rendered.size > 8 && oldest !== undefined) world.rendered.delete(oldest)
  }
  return serveBytes(bytes, speech.contentType, request.headers.get('range'))
}

function characters({ text, start, end }: TimedWord): TimedWord[] {
  const all = Array.from(text)
  const step = (end - start) / all.length
  return all.map((character, i) => ({ text: character, start: start + i * step, end: start + (i + 1) * step }))
}

const rounded = ({ text, start, end }: TimedWord) => ({ text, start: round(start), end: round(end) })

const round = (seconds: number) => Math.round(seconds * 1000) / 1000

function withCors(response: Response): Response {
  for (const [name, value] of Object.entries(CORS)) response.headers.set(name, value)
  return response
}
