import { admit } from './access.js'
import { detail } from './answers.js'
import { faultAnswer, replacesAnswer, stopsBefore, type Fault } from './faults.js'
import { count, tooManyRequests, writeRateHeaders } from './rateWindow.js'
import type { Call, Route, RouteMatch } from './routes.js'
import type { World } from './world.js'

/** What counts requests that carry no key because they stand for an app's own endpoint. */
const APP = 'app'

/** The answer to an operation: access, then the rate limit, then the operation or what goes wrong in its place. */
export function answer(world: World, match: RouteMatch, call: Call, fault: Fault | undefined): Response {
  const replaced = fault && replacesAnswer(fault)
  if (!replaced) return carryOut(world, match, call)
  if (fault.after) {
    carryOut(world, match, call)
    return faultAnswer(fault)
  }
  return stopsBefore(fault) ? faultAnswer(fault) : carryOut(world, match, call, () => faultAnswer(fault))
}

function carryOut(
  world: World,
  { route, prefix }: RouteMatch,
  call: Call,
  perform: Route['answer'] = route.answer,
): Response {
  const admitted = prefix.endsWith('/api/v1') ? admit(world, call.headers) : { caller: APP }
  if ('refusal' in admitted) return admitted.refusal
  const { window, refused } = count(world, admitted.caller)
  const response = refused ? tooManyRequests(world, window) : perform(world, call)
  writeRateHeaders(response.headers, world.settings.rateLimitHeaders, window, world.now())
  return response
}

export function unknownPath(allow: readonly string[] | undefined): Response {
  if (!allow) return detail(404, 'Not Found')
  const response = detail(405, 'Method Not Allowed')
  response.headers.set('Allow', allow.join(', '))
  return response
}
