import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { here, layOut } from './support/recipes.js'
import { startProcess } from './support/serve.js'
import { describeAdapter } from './support/suite.js'

const next = join(here, 'node_modules/next/dist/bin/next')

/** The recipe in an app of its own, built as for production. */
async function buildApp(): Promise<string> {
  const app = layOut('next', 'app/api/audiopod/[...path]/route.js', { audiopod: 'audiopod.node.mjs', beside: '.' })
  writeFileSync(join(app, 'jsconfig.json'), '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }')
  writeFileSync(join(app, 'next.config.mjs'), `export default ${JSON.stringify({ turbopack: { root: here } })}`)
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const
  await promisify(execFile)(process.execPath, [next, 'build', app], { cwd: app, env })
  return app
}

describeAdapter('Next.js', {
  byListener: false,
  async start(upstream) {
    const app = await buildApp()
    const args = (port: number) => [next, 'start', app, '--port', String(port), '--hostname', '127.0.0.1']
    return startProcess(process.execPath, args, { cwd: app, env: { UPSTREAM: upstream, NODE_ENV: 'production' } })
  },
})
