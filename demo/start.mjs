// @ts-check
/**
 * Serves the demo: `npm start`. `PORT` is the first port to try (4173). With `AUDIOPOD_API_KEY` it speaks with
 * AudioPod, and what is generated is billed; without, with a simulated account. Ctrl-C ends it.
 */
import { ensureBuilt } from './ensureBuilt.mjs'

const log = (/** @type {string} */ line) => console.error(line)

try {
  await start()
} catch (error) {
  log(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

async function start() {
  const port = readPort(process.env['PORT'])
  await ensureBuilt(log)
  // Only now is there a package to import.
  const { startDemo } = await import('./startDemo.mjs')
  const apiKey = process.env['AUDIOPOD_API_KEY']?.trim() || undefined
  const demo = await startDemo({ port, apiKey, log })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => void demo.close().then(() => process.exit(0)))
  }
  console.log(
    demo.simulator
      ? 'A simulated account: nothing is billed. Set AUDIOPOD_API_KEY to use a real one.'
      : 'The real API, with your AUDIOPOD_API_KEY: what you generate is billed.',
  )
  console.log('Ctrl-C ends it.')
  console.log(demo.url)
}

/** @param {string | undefined} text */
function readPort(text) {
  if (text === undefined || text === '') return 4173
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new Error('PORT must be a number from 0 to 65535.')
}
