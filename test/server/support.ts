import { permissions } from '../../src/api/index.js'
import { type AudioPodProxy, type AudioPodProxyOptions, createAudioPodProxy } from '../../src/server.node.js'
import type { HostileUpstream } from '../support/hostileUpstream.js'

/** Shaped like a key, and obviously none. */
export const KEY = 'ap_FAKEfakeFAKEfakeFAKE0001'
export const ORIGIN = 'https://app.example'
export const BASE = `${ORIGIN}/api/audiopod`

/** A proxy for a user who may do everything, the user that `x-user` names. */
export function proxyTo(upstream: Pick<HostileUpstream, 'url'>, options: Partial<AudioPodProxyOptions> = {}): AudioPodProxy {
  return createAudioPodProxy({
    apiKey: KEY,
    baseUrl: upstream.url,
    authorize: (request) => ({ userId: request.headers.get('x-user') ?? 'alice', allow: [...permissions] }),
    ...options,
  })
}

export interface Ask {
  user?: string
  headers?: Record<string, string>
  json?: unknown
  form?: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer>
  signal?: AbortSignal
}

export function request(method: string, path: string, ask: Ask = {}): Request {
  const body = ask.json !== undefined ? JSON.stringify(ask.json) : ask.form ? new URLSearchParams(ask.form).toString() : ask.body
  const type = ask.json !== undefined ? 'application/json' : ask.form ? 'application/x-www-form-urlencoded' : undefined
  return new Request(`${BASE}${path}`, {
    method,
    headers: { 'x-user': ask.user ?? 'alice', ...(type && { 'content-type': type }), ...ask.headers },
    ...(body !== undefined && { body }),
    ...(ask.signal && { signal: ask.signal }),
  })
}

export interface Seen {
  status: number
  headers: Headers
  text: string
  json: { [name: string]: unknown; error?: { code?: string; message?: string; fields?: unknown } }
}

export async function ask(proxy: AudioPodProxy, method: string, path: string, options: Ask = {}): Promise<Seen> {
  return see(await proxy(request(method, path, options)))
}

export async function see(response: Response): Promise<Seen> {
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: text === '' ? {} : JSON.parse(text) }
}

/** A sentence to speak. */
export const speak = (proxy: AudioPodProxy, options: Ask & { text?: string } = {}): Promise<Seen> =>
  ask(proxy, 'POST', '/voice/voices/aura/generate', { form: { input_text: options.text ?? 'Hello' }, ...options })
