// @ts-check
/** The built page, from memory: what is not in its folder cannot be asked for. */
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** @typedef {{ body: Buffer, headers: Record<string, string> }} PageFile */

/**
 * Files by path. The page itself is at `/`.
 * @param {string} folder
 * @returns {Map<string, PageFile>}
 */
export function readPage(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => extname(name) in types)
  return new Map(
    names.map((name) => {
      const path = `/${name.split(sep).join('/')}`
      // Vite's names under assets/ hold a hash of what is in them.
      const caching = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store'
      const headers = { 'Content-Type': types[extname(name)] ?? '', 'Cache-Control': caching }
      return [path === '/index.html' ? '/' : path, { body: readFileSync(join(folder, name)), headers }]
    }),
  )
}

/**
 * No script, style or connection but our own; the audio comes from where AudioPod keeps it.
 * @param {string} audio its origin, or `https:`
 */
export function securityHeaders(audio) {
  const policy = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'connect-src': `'self' ${audio}`,
    'media-src': `'self' ${audio}`,
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  }
  return {
    'Content-Security-Policy': Object.entries(policy).map((entry) => entry.join(' ')).join('; '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  }
}
