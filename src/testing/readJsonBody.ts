import { invalid, unprocessable } from './answers.js'
import type { Call } from './routes.js'

/** The members of a JSON body, or FastAPI's refusal of what is none. */
export function readJsonBody({ headers, body }: Call): Record<string, unknown> | Response {
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(headers.get('content-type') ?? '')) {
    return unprocessable([{ loc: ['body'], msg: 'Input should be a valid dictionary', type: 'model_attributes_type' }])
  }
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return unprocessable([{ loc: ['body', 0], msg: 'JSON decode error', type: 'json_invalid' }])
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return unprocessable([invalid('body', 'body', 'Input should be a valid dictionary', 'dict_type')])
  }
  return { ...value }
}
