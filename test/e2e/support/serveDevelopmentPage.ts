import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { serveRequests } from '../../../demo/serveRequests.mjs'

/** Where the app is, for Vite. */
export const developmentPage = fileURLToPath(new URL('developmentPage', import.meta.url))

const styles = fileURLToPath(import.meta.resolve('audiopod-react/styles.css'))

let built: Promise<Map<string, string>> | undefined

/**
 * Serves the app as it is built for development, and gives all that is no file of it to `answer`.
 *
 * @param head what stands in the page's head
 */
export async function serveDevelopmentPage(
  answer: (request: Request) => Response | Promise<Response>,
  { head = '<link rel="stylesheet" href="/styles.css" />', headers = {} }: { head?: string; headers?: Record<string, string> } = {},
): Promise<{ url: string; close: () => Promise<void> }> {
  built ??= buildPage()
  const files = await built
  const html = `<!doctype html><html lang="en"><title>App</title><link rel="icon" href="data:," />${head}<body><script type="module" src="/main.js"></script></body></html>`
  return serveRequests(async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/') return new Response(html, { headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' } })
    if (pathname === '/styles.css') return new Response(readFileSync(styles, 'utf8'), { headers: { 'Content-Type': 'text/css' } })
    const code = files.get(pathname.slice(1))
    return code === undefined ? answer(request) : new Response(code, { headers: { 'Content-Type': 'text/javascript' } })
  })
}

async function buildPage(): Promise<Map<string, string>> {
  const result = await build({
    root: developmentPage,
    configFile: false,
    logLevel: 'error',
    // Whoever builds it is a test, and the page is to be what its developer sees.
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: `${developmentPage}/main.tsx`,
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []))
  return new Map(outputs.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code] as const] : [])))
}
