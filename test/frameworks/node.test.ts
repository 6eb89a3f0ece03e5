import { join } from 'node:path'
import { layOut } from './support/recipes.js'
import { startProcess } from './support/serve.js'
import { describeAdapter } from './support/suite.js'

const frameworks: { name: string; recipe: string; byListener: boolean; parsesBodies?: boolean }[] = [
  { name: 'node:http', recipe: 'node-http', byListener: true },
  { name: 'Express', recipe: 'express', byListener: true },
  { name: 'Express, with the body parsed before', recipe: 'express-parsed', byListener: true, parsesBodies: true },
  { name: 'Fastify', recipe: 'fastify', byListener: true },
  { name: 'Hono', recipe: 'hono', byListener: false },
]

for (const { name, recipe, ...more } of frameworks) {
  describeAdapter(name, {
    ...more,
    start(upstream) {
      const app = layOut(recipe, 'server.js', { audiopod: 'audiopod.node.mjs', beside: '.' })
      return startProcess(process.execPath, () => [join(app, 'server.js')], { cwd: app, env: { UPSTREAM: upstream } })
    },
  })
}
