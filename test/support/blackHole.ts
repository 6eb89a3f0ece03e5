import { spawn } from 'node:child_process'
import { connect, type Socket } from 'node:net'

/** Listens, accepts nobody, and has its queue full: who connects hears nothing, as behind a firewall that drops. */
export async function startBlackHole(): Promise<{ url: string; close(): Promise<void> }> {
  const program = `
    const server = require('node:net').createServer()
    server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
      require('node:fs').writeSync(1, server.address().port + '\\n')
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    })`
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await new Promise<number>((resolve) => child.stdout.once('data', (chunk) => resolve(Number(chunk))))
  const fill: Socket[] = []
  for (let full = false; !full && fill.length < 64; ) {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    fill.push(socket)
    full = await Promise.race([
      new Promise<boolean>((resolve) => socket.once('connect', () => resolve(false))),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 300)),
    ])
  }
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      for (const socket of fill) socket.destroy()
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
    },
  }
}
