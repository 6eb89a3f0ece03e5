import { fileURLToPath } from 'node:url'
import { Miniflare } from 'miniflare'

/**
 * Runs a script on workerd, as its own process, on a free port of this machine.
 * @param {string} script
 * @param {Record<string, string>} bindings
 * @returns {Promise<import('./serve.js').Running>}
 */
export async function startWorker(script, bindings) {
  const folder = fileURLToPath(new URL('..', import.meta.url))
  const worker = new Miniflare({
    modules: [{ type: 'ESModule', path: `${folder}worker.js`, contents: script }],
    modulesRoot: folder,
    compatibilityDate: '2026-04-01',
    bindings,
    // Else a server of Miniflare's own, which compresses what it likes, would stand before it.
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
    cf: false,
    // It tells of every host and target that it refuses.
    handleRuntimeStdio: () => {},
  })
  const { port } = await worker.unsafeGetDirectURL()
  return { port: Number(port), close: () => worker.dispose() }
}
