import { createSimulator, type Simulator, type SimulatorOptions } from '../../src/testing.js'

export const START = Date.parse('2026-11-23T09:00:00.250Z')
export const API = 'https://api.example/api/v1'
export const APP = 'https://app.example/api/audiopod'
export const KEY = 'ap_FAKEfakeFAKE0000'

/** A simulator on a clock that only the test moves. */
export function arrange(options: SimulatorOptions = {}) {
  const clock = { ms: START }
  const simulator = createSimulator({ now: () => clock.ms, ...options })
  return {
    ...simulator,
    simulator,
    pass: (ms: number) => {
      clock.ms += ms
    },
    ask: asker(simulator),
  }
}

export interface Asked {
  base?: string
  key?: string | null
  headers?: Record<string, string>
  json?: unknown
  form?: Record<string, string>
}

/** `ask('GET /credits')`: a request to the API, with a key. */
export function asker({ handle }: Pick<Simulator, 'handle'>) {
  return (line: string, { base = API, key = KEY, headers = {}, json, form }: Asked = {}): Promise<Response> => {
    const [method = 'GET', path = ''] = line.split(' ')
    const all = new Headers(headers)
    if (key !== null && base === API) all.set('Authorization', `Bearer ${key}`)
    if (json !== undefined) all.set('Content-Type', 'application/json')
    const body = form ? new URLSearchParams(form) : json === undefined ? undefined : JSON.stringify(json)
    const url = path.startsWith('http') ? path : `${base}${path}`
    return handle(new Request(url, { method, headers: all, ...(body === undefined ? {} : { body }) }))
  }
}

export type Body = Record<string, unknown>

export async function bodyOf(response: Response | Promise<Response>): Promise<Body> {
  return (await (await response).json()) as Body
}

export async function rowsOf(response: Response | Promise<Response>): Promise<Body[]> {
  return (await (await response).json()) as Body[]
}

export const speak = (text: string, more: Record<string, string> = {}) => ({ form: { input_text: text, ...more } })
