import type { RequestListener } from 'node:http'
import { expectTypeOf } from 'vitest'
import { type AudioPodProxyOptions, createAudioPodProxy, toNodeListener } from '../../src/server.js'
import { createSimulator } from '../../src/testing.js'

// Compiled, never run: `npm run typecheck` fails where one of these no longer holds.

/** There is no proxy without `authorize`, and no permission that is not on the list. */
export function options(): void {
  expectTypeOf<{ apiKey: string }>().not.toExtend<AudioPodProxyOptions>()
  expectTypeOf<{ authorize: () => null }>().toExtend<AudioPodProxyOptions>()
  expectTypeOf<{ authorize: () => { userId: string; allow: ['everything'] } }>().not.toExtend<AudioPodProxyOptions>()
  expectTypeOf<{ authorize: () => { userId: string } }>().not.toExtend<AudioPodProxyOptions>()
}

/** A route of Next.js, Hono, Remix or SvelteKit takes the proxy as it is; Node and Express take its listener. */
export function adapters(): void {
  const proxy = createAudioPodProxy({ authorize: () => null, fetch: createSimulator().fetch })
  expectTypeOf(proxy).toExtend<(request: Request) => Promise<Response>>()
  expectTypeOf(toNodeListener(proxy)).toExtend<RequestListener>()
  expectTypeOf(toNodeListener((request) => proxy(request))).toExtend<RequestListener>()
  expectTypeOf(proxy.close({ timeout: 1000 })).toEqualTypeOf<Promise<void>>()
}
