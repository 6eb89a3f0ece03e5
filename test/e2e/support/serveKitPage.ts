import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { serveRequests } from '../../../demo/serveRequests.mjs'

const html = `<!doctype html><html lang="en"><title>Kit</title><link rel="icon" href="data:," />
<link rel="stylesheet" href="main.css" /><body><script type="module" src="main.js"></script></body></html>`

const types = { html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript' }

let built: Promise<Map<string, string>> | undefined

/** Serves the small app, built as a user's would be, with all else from the demo. */
export async function serveKitPage(demo: string): Promise<{ url: string; close: () => Promise<void> }> {
  built ??= buildKitPage()
  const files = await built
  return serveRequests(async (request) => {
    const { pathname, search } = new URL(request.url)
    const name = pathname === '/' ? 'index.html' : pathname.slice(1)
    const body = files.get(name)
    if (body !== undefined) {
      const type = types[name.split('.').at(-1) as keyof typeof types]
      // Scripts are asked for with CORS by a sandboxed page.
      return new Response(body, { headers: { 'Content-Type': type, 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' } })
    }
    const headers = new Headers(request.headers)
    headers.delete('Host')
    headers.delete('Connection')
    if (headers.has('Origin')) headers.set('Origin', demo)
    const content = request.method === 'GET' ? null : await request.text()
    return fetch(`${demo}${pathname}${search}`, { method: request.method, headers, signal: request.signal, body: content })
  })
}

async function buildKitPage(): Promise<Map<string, string>> {
  const root = fileURLToPath(new URL('kitPage', import.meta.url))
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', development: false } },
    // Whoever builds it is a test, and the page is to have React as its users get it.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: `${root}/main.tsx`,
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  })
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []))
  const files = outputs.map((file) => [file.fileName, file.type === 'chunk' ? file.code : String(file.source)] as const)
  return new Map([['index.html', html], ...files])
}
