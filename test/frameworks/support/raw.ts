import { connect } from 'node:net'

/** An answer as it stood on the wire. */
export interface RawAnswer {
  /** 0 where the connection was closed without an answer. */
  status: number
  text: string
}

/** Writes these bytes to a server and reads until it closes, or has given so many answers. */
export function exchange(port: number, bytes: string, answers = 1): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      if (countWhole(text) >= answers) socket.destroy()
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve({ status: Number(/^HTTP\/1\.[01] (\d+)/.exec(text)?.[1] ?? 0), text }))
    socket.write(bytes, 'latin1')
  })
}

function countWhole(text: string): number {
  const end = text.indexOf('\r\n\r\n') + 4
  if (end < 4) return 0
  const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, end))?.[1]
  const last = text.indexOf('0\r\n\r\n', end) + 5
  const rest = length === undefined ? last : end + Number(length)
  if ((length === undefined && last < 5) || text.length < rest) return 0
  return 1 + countWhole(text.slice(rest))
}

/** A request line and headers, to the byte. */
export function head(line: string, headers: readonly string[] = [], host = 'app.test'): string {
  return [line, `Host: ${host}`, 'Connection: close', 'X-User: raw', ...headers, '', ''].join('\r\n')
}

/** Sends a body that does not end until the server has answered or closed. Gives how much it sent, too. */
export function sendWithoutEnd(port: number, start: string, most: number): Promise<RawAnswer & { sent: number }> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`
    let text = ''
    let sent = 0
    const write = () => {
      while (text === '' && !socket.destroyed && sent < most) {
        sent += chunk.length
        if (!socket.write(chunk)) return void socket.once('drain', write)
      }
    }
    socket.on('data', (data) => {
      text += data.toString('latin1')
      if (text.includes('\r\n\r\n')) socket.destroy()
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve({ status: Number(/^HTTP\/1\.[01] (\d+)/.exec(text)?.[1] ?? 0), text, sent }))
    socket.write(start)
    write()
  })
}
