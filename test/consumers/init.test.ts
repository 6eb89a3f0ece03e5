import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Running, startProcess } from '../frameworks/support/serve.js'
import { type Files, freshApps } from '../support/freshApps.js'
import { type AccountServer, KEY, startAccount } from './support/account.js'
import { type App, frameworks, runIn } from './support/app.js'

let account: AccountServer
let server: Running | undefined
beforeAll(async () => {
  account = await startAccount()
})
afterEach(async () => {
  await server?.close()
  server = undefined
})
afterAll(() => account?.close())

const next = join(frameworks, 'node_modules/next/dist/bin/next')
const nextConfig = { 'next.config.mjs': `export default ${JSON.stringify({ turbopack: { root: frameworks } })}` }

interface Try {
  /** What the steps that `init` tells leave to the person, beside `authorize`. */
  edits?: (read: (path: string) => string) => Files
  more?: Files
  proxy: string
  build?: [program: string, ...args: string[]]
  start: (port: number) => string[]
}

const tries: [keyof typeof freshApps, Try][] = [
  [
    'next-app',
    { proxy: 'app/api/audiopod/[...path]/route.ts', more: nextConfig, build: [process.execPath, next, 'build'], start: (port) => [next, 'start', '--port', `${port}`] },
  ],
  [
    'next-pages',
    { proxy: 'src/pages/api/audiopod/[...path].js', more: nextConfig, build: [process.execPath, next, 'build'], start: (port) => [next, 'start', '--port', `${port}`] },
  ],
  [
    'react-router',
    {
      proxy: 'app/routes/api.audiopod.$.ts',
      edits: (read) => ({
        'app/routes.ts': read('app/routes.ts')
          .replace('{ index }', '{ index, route }')
          .replace(')]', "), route('api/audiopod/*', 'routes/api.audiopod.$.ts')]"),
      }),
      build: ['react-router', 'build'],
      start: () => [join(frameworks, 'node_modules/.bin/react-router-serve'), 'build/server/index.js'],
    },
  ],
  ['vite', { proxy: 'server/audiopod.mjs', build: ['vite', 'build'], start: () => ['server/audiopod.mjs'] }],
  ['express', { proxy: 'server/audiopod.js', start: () => ['server/index.js'] }],
]

/** An app as its starter leaves it, after `audiopod-react init` of the packed package. */
async function layOut(name: keyof typeof freshApps, more: Files = {}): Promise<App> {
  const folder = join(frameworks, '.cache/consumers', `init-${name}`)
  rmSync(folder, { recursive: true, force: true })
  const app = { folder, begun: performance.now(), remove: () => {} }
  write(app, { ...freshApps[name], ...more })
  symlinkSync(join(frameworks, 'node_modules'), join(folder, 'node_modules'))
  await runIn(app, process.execPath, [join(frameworks, 'node_modules/audiopod-react/dist/cli.js'), 'init'])
  return app
}

function write({ folder }: App, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

const ask = (port: number) => fetch(`http://localhost:${port}/api/audiopod/credits`, { headers: { cookie: 'session=ada' } })

describe.each(tries)('After init, a fresh app of %s', (name, { edits, more, proxy, build, start }) => {
  test('builds, refuses everybody, and serves once authorize is filled in', async () => {
    const app = await layOut(name, more)
    const read = (path: string) => readFileSync(join(app.folder, path), 'utf8')
    write(app, edits?.(read) ?? {})
    const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', HOST: 'localhost', AUDIOPOD_API_KEY: KEY }
    const run = async () => {
      if (build) await runIn(app, build[0], build.slice(1), env)
      server = await startProcess(process.execPath, start, { cwd: app.folder, env })
      return ask(server.port)
    }
    const refused = await run()
    expect(refused.status).toBe(401)
    expect(refused.headers.get('x-audiopod-proxy')).toMatch(/^\d/)
    await server?.close()
    server = undefined

    write(app, {
      [proxy]: read(proxy)
        .replace('createAudioPodProxy({', `createAudioPodProxy({\n  baseUrl: '${account.url}',`)
        .replace('return null\n', "return { userId: 'ada', allow: ['credits:read'] }\n"),
    })
    const served = await run()
    expect(served.status).toBe(200)
    expect(await served.json()).toMatchObject({ total_available_credits: 4321 })
  }, 300_000)
})

test.each(['next-app', 'react-router', 'vite', 'hono'] as const)('What is written into an app of %s holds to its strict types', async (name) => {
  const app = await layOut(name)
  const checked = runIn(app, 'tsc', ['-p', '.', '--moduleResolution', 'bundler'])
  await expect(checked).resolves.toBe('')
}, 120_000)
