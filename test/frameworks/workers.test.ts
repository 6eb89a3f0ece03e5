import { join } from 'node:path'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { layOut } from './support/recipes.js'
import { KEY } from './support/serve.js'
import { startWorker } from './support/startWorker.mjs'
import { describeAdapter } from './support/suite.js'

/** The recipe and the packed package in one file, as an app's own bundler makes it for Workers. */
async function bundle(): Promise<string> {
  const app = layOut('workers', 'server.js', { audiopod: 'audiopod.workers.mjs', beside: '.' })
  const built = await build({
    root: app,
    configFile: false,
    logLevel: 'error',
    ssr: { target: 'webworker', noExternal: true, resolve: { conditions: ['workerd', 'worker', 'module'] } },
    build: {
      write: false,
      ssr: join(app, 'server.js'),
      minify: false,
      rolldownOptions: { external: ['cloudflare:workers'], output: { format: 'es' } },
    },
  })
  if (!('output' in built)) throw new Error('Nothing was built')
  const [chunk] = built.output
  return chunk.code
}

let script: Promise<string> | undefined
const bundled = () => (script ??= bundle())

test('the package brings nothing of Node’s into a Worker', async () => {
  const imports = Array.from((await bundled()).matchAll(/^(?:import|export)\b.*?["']([^"']+)["'];?$/gm), ([, from]) => from)
  expect(imports).toEqual(['cloudflare:workers'])
})

describeAdapter('A Worker', {
  byListener: false,
  adds: ['cf-worker'],
  start: async (upstream) => startWorker(await bundled(), { AUDIOPOD_API_KEY: KEY, UPSTREAM: upstream }),
})
