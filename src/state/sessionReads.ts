import type { StoreApi } from 'zustand/vanilla'
import type { CallOptions, Connection, Wait } from '../client/index.js'
import type { Ask, Tabs } from './tabs/index.js'

export interface SessionReadsOptions {
  connection: Connection
  tabs: Pick<Tabs, 'read'>
  waits: StoreApi<Readonly<Record<string, Wait | undefined>>>
  answeredAt: Map<string, string>
  signal: () => AbortSignal
}

/**
 * Calls the client for a hook, and tells the session's stores of each wait, and of the time of the answer.
 *
 * @param name whose waits and times these are
 * @param question what the answer is to; tabs that ask the same share it. By default the name
 */
export type SessionRead = <T>(
  name: string,
  call: (connection: Connection, options: CallOptions) => Promise<T>,
  question?: string,
) => Promise<T>

interface Pending {
  answer: Promise<unknown>
  signal: AbortSignal
  hasLeft: boolean
}

export function createSessionReads({ connection, tabs, waits, answeredAt, signal }: SessionReadsOptions): SessionRead {
  const pending = new Map<string, Pending>()

  function onWait(name: string, wait: Wait | undefined) {
    if (waits.getState()[name] !== wait) waits.setState({ [name]: wait })
  }

  return async function read<T>(
    name: string,
    call: (connection: Connection, options: CallOptions) => Promise<T>,
    question = name,
  ): Promise<T> {
    const before = pending.get(question)
    // What has not left yet will be answered with what is true then: to ask for it once more would only repeat it.
    if (before && !before.hasLeft && !before.signal.aborted) return before.answer as Promise<T>

    const isRefresh = answeredAt.has(name)
    const own: Pending = { answer: Promise.resolve(), signal: signal(), hasLeft: false }
    const ask: Ask<T> = ({ onWait: tell, onSend, signal: ended }) => {
      const told = (wait: Wait | undefined) => {
        // The next try is a new request.
        own.hasLeft = false
        tell(wait)
      }
      const sent = () => {
        own.hasLeft = true
        onSend()
      }
      return call(connection, { signal: ended, onWait: told, onSend: sent, isRefresh })
    }
    const answered = async () => {
      try {
        const value = await tabs.read(question, ask, { signal: own.signal, isRefresh, onWait: (wait) => onWait(name, wait) })
        answeredAt.set(name, new Date().toISOString())
        return value
      } finally {
        if (pending.get(question) === own) pending.delete(question)
        onWait(name, undefined)
      }
    }
    pending.set(question, own)
    const answer = answered()
    own.answer = answer
    return answer
  }
}
