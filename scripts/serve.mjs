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
 * Answers with the files of a folder, below a path.
 * @param {string} folder
 * @param {string} [base] begins and ends with a slash
 * @returns {import('node:http').RequestListener}
 */
export function filesOf(folder, base = '/') {
  return (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const inside = path.startsWith(base) ? normalize(`/${path.slice(base.length)}`) : undefined
    let file = inside === undefined ? undefined : join(folder, inside)
    if (file !== undefined && isFolder(file)) file = join(file, 'index.html')
    if (file === undefined || !isFile(file)) return void response.writeHead(404).end()
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(response)
  }
}

/**
 * Listens on a free port.
 * @param {import('node:http').Server} server
 * @returns {Promise<{ origin: string, close: () => Promise<void> }>}
 */
export async function listen(server) {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    // By name: 127.0.0.1 in it would be another origin than the one that people type.
    origin: `http://localhost:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/**
 * Serves a folder below a path of a free port.
 * @param {string} folder
 * @param {string} [base] begins and ends with a slash
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(folder, base = '/') {
  const { origin, close } = await listen(createServer(filesOf(folder, base)))
  return { url: `${origin}${base}`, close }
}

/** @param {string} file */
const isFile = (file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true
/** @param {string} file */
const isFolder = (file) => statSync(file, { throwIfNoEntry: false })?.isDirectory() === true
