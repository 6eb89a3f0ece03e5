// @ts-check
import { connect } from 'node:net'
import { print } from '../support/print.mjs'
import { start } from './start.mjs'

/**
 * 2,000 connections, of which a tenth leave while their answer is on its way; then everyone leaves. Sockets, timers and
 * heap of the proxy after each such wave, once it is at rest: what leaks grows with the waves.
 *
 *     node bench/proxy/leavers.mjs
 */
const CONNECTIONS = 2_000
const WAVES = 6
process.env['ANSWER_AFTER_MS'] = '100'
const upstream = await start('upstream')
const kit = await start('kit', upstream.url)
const { port } = new URL(kit.url)
const head = 'GET /api/audiopod/credits HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: session=alice\r\n\r\n'

/** @param {boolean} leaves @returns {Promise<boolean>} whether it was answered with 200 */
const visit = (leaves) =>
  new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1')
    let seen = ''
    socket.on('connect', () => {
      socket.write(head)
      if (leaves) setTimeout(() => socket.destroy(), Math.random() * 100)
    })
    socket.on('data', (chunk) => {
      seen += chunk
      if (seen.endsWith('}')) socket.destroy()
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(seen.startsWith('HTTP/1.1 200')))
  })

const rest = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms))
const rows = []
for (let wave = 1; wave <= WAVES; wave++) {
  const answered = await Promise.all(Array.from({ length: CONNECTIONS }, (_, n) => visit(n % 10 === 0)))
  // undici keeps an idle connection for four seconds.
  kit.closeIdle()
  await rest(6_000)
  kit.collect()
  const { connections, sockets, timers, heapUsed, external } = await kit.measure()
  rows.push({
    wave,
    answered: answered.filter(Boolean).length,
    'connections left': connections,
    'sockets left': sockets,
    'timers left': timers,
    'heap, KB': Math.round(heapUsed / 1000),
    'outside the heap, KB': Math.round(external / 1000),
  })
}
print('2,000 connections, a tenth leaving early', rows)
await kit.stop()
await upstream.stop()
