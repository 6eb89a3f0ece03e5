// @ts-check
/** A static file server for tests and pictures: no caching, loopback only. */
import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/**
 * Serves a folder below a path of a free port.
 * @param {string} folder
 * @param {string} [base] begins and ends with a slash
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(folder, base = '/') {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const inside = path.startsWith(base) ? normalize(`/${path.slice(base.length)}`) : undefined
    let file = inside === undefined ? undefined : join(folder, inside)
    if (file !== undefined && isFolder(file)) file = join(file, 'index.html')
    if (file === undefined || !isFile(file)) return void response.writeHead(404).end()
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(response)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    // Not 127.0.0.1: what asks for a secure context takes both, and people read this one.
    url: `http://localhost:${address.port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** @param {string} file */
const isFile = (file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true
/** @param {string} file */
const isFolder = (file) => statSync(file, { throwIfNoEntry: false })?.isDirectory() === true
