import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const html = (name) =>
  `<!doctype html><link rel="icon" href="data:,"><link rel="stylesheet" href="${name}.css"><body><script type="module" src="${name}.js"></script>`

/**
 * The pages of bench/page at `/<name>`, and an account whose jobs never end: each look at one is a tick of progress.
 *
 * @param {number} limit requests a minute that it says it allows
 */
export async function servePage(limit) {
  const files = new Map()
  for (const name of ['main', 'plain']) {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL(`../page/${name}.jsx`, import.meta.url))],
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      outdir: 'page',
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'error',
    })
    files.set(`/${name}`, ['text/html', html(name)])
    for (const { path, text } of outputFiles) {
      const isStyles = path.endsWith('.css')
      files.set(isStyles ? `/${name}.css` : `/${name}.js`, [isStyles ? 'text/css' : 'text/javascript', text])
    }
  }

  /** Requests by path, since the last look. */
  let requests = {}
  let used = 0
  const begun = Date.now()
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    const [type, file] = files.get(pathname) ?? []
    if (file !== undefined) return void response.writeHead(200, { 'Content-Type': type }).end(file)
    const path = pathname.replace('/api/audiopod', '')
    const name = path.replace(/tts-jobs\/.*/, 'tts-jobs/…')
    requests[name] = (requests[name] ?? 0) + 1
    const rate = {
      'X-RateLimit-Limit': limit,
      'X-RateLimit-Remaining': limit - (++used % limit),
      'X-RateLimit-Reset': Math.ceil(Date.now() / 60_000) * 60,
    }
    response.writeHead(200, { 'Content-Type': 'application/json', ...rate }).end(JSON.stringify(answer(path, begun)))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    takeRequests() {
      const taken = requests
      requests = {}
      used = 0
      return taken
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function answer(path, begun) {
  const [, id] = /tts-jobs\/(\w+)\/status/.exec(path) ?? []
  if (id) return { id, status: 'processing', progress: Math.min(99, (Date.now() - begun) / 10_000), credits_reserved: 10 }
  if (path === '/credits') return { total_available: 1000, balance: 600, payg_balance: 400, monthly_allocation: 1000 }
  if (path === '/auth/api-keys') {
    return [1, 2, 3].map((key) => ({ id: key, name: `Key ${key}`, status: 'active', scopes: [], created_at: '2026-01-01T00:00:00Z' }))
  }
  if (path.includes('voice')) return [{ id: 1, name: 'aura', display_name: 'Aura', voice_type: 'standard', status: 'completed' }]
  return {}
}
