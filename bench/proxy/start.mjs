// @ts-check
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {{ connections: number, sockets: number, timers: number, heapUsed: number, external: number, rss: number, userUs: number, systemUs: number }} Measured
 * @typedef {object} Started
 * @property {string} name
 * @property {string} url
 * @property {() => Promise<Measured>} measure
 * @property {() => void} collect
 * @property {() => void} closeIdle
 * @property {() => Promise<void>} stop
 */

/**
 * Starts one of servers/ in a process of its own.
 *
 * @param {string} name
 * @param {string} [upstream]
 * @param {string[]} [flags]
 * @returns {Promise<Started>}
 */
export async function start(name, upstream = '', flags = []) {
  const child = fork(fileURLToPath(new URL(`servers/${name}.mjs`, import.meta.url)), [], {
    execArgv: ['--expose-gc', ...flags],
    env: { ...process.env, UPSTREAM: upstream, NODE_ENV: 'production' },
  })
  const next = () =>
    new Promise((resolve, reject) => {
      const gone = () => reject(new Error(`${name} ended`))
      child.once('exit', gone)
      child.once('message', (message) => {
        child.off('exit', gone)
        resolve(message)
      })
    })
  const { port } = await next()
  return {
    name,
    url: `http://127.0.0.1:${port}`,
    measure: () => {
      const answer = next()
      child.send('measure')
      return answer
    },
    collect: () => void child.send('collect'),
    closeIdle: () => void child.send('idle'),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.disconnect()
      }),
  }
}
