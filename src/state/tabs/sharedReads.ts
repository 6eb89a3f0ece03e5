import type { OperationName } from '../../api/index.js'
import { AbortedError } from '../../errors/index.js'
import { digest } from './groupName.js'
import { isAnswer, isText, isTime, type Message } from './messages.js'
import type { TabPorts } from './ports.js'

/** SWR drops a repeat within this time; a sibling's answer of this age is one. */
const FRESH_MS = 2000

/** A page that opens shows what its siblings show, if that is no older; short, since who reloads wants to see what is new. */
const FRESH_FOR_NEWCOMER_MS = 10_000

/** A page that opens waits this long for its siblings. */
const ASK_MS = 50

/** Who has the answer in hand for longer may be asleep, or held back: each goes for itself, and shows its own wait. */
const IN_LINE_MS = 10_000

interface SharedReadsOptions {
  ports: TabPorts
  name: string
  post: (message: Message) => void
  /** Told of a newer answer of a sibling's. */
  onAnswer: (name: string, value: unknown, sentAt: number) => void
}

export interface ReadOptions {
  signal: AbortSignal
  /** There is an answer on screen already. */
  isRefresh: boolean
}

export interface SharedReads {
  /** Calls for an answer unless a sibling has a fresh one, or gets it first. */
  read: <T>(name: string, call: (signal: AbortSignal) => Promise<T>, options: ReadOptions) => Promise<T>
  /** Answers that left before this are no longer true. */
  outdate: (operations: readonly OperationName[], at?: number) => void
  receive: (message: Message) => void
}

interface Answer {
  value: unknown
  sentAt: number
  /** This tab asked for it, and tells siblings that ask. */
  isOwn: boolean
}

export function createSharedReads({ ports, name: group, post, onAnswer }: SharedReadsOptions): SharedReads {
  const { clock, locks } = ports
  /** The newest answer to each question. */
  const answers = new Map<string, Answer>()
  const outdated = new Map<string, number>()
  const waiting = new Map<string, Set<() => void>>()

  const outdatedAt = (name: string) => outdated.get(name.split(' ', 1)[0] ?? '') ?? 0

  async function call<T>(name: string, ask: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    const sentAt = clock.now()
    const value = await ask(signal)
    if (!signal.aborted && isAnswer(name, value)) {
      answers.set(name, { value, sentAt, isOwn: true })
      post({ type: 'answer', name, value, sentAt })
    }
    return value
  }

  return {
    outdate(operations, at = clock.now()) {
      for (const operation of operations) outdated.set(operation, Math.max(at, outdatedAt(operation)))
    },

    read<T>(name: string, ask: (signal: AbortSignal) => Promise<T>, { signal, isRefresh }: ReadOptions) {
      const asked = clock.now()
      const since = () => Math.max(outdatedAt(name), asked - (isRefresh ? FRESH_MS : FRESH_FOR_NEWCOMER_MS))
      return new Promise<T>((resolve, reject) => {
        const controller = new AbortController()
        let stopTimer = () => {}
        const isDone = () => controller.signal.aborted
        const end = (settle: () => void) => {
          if (isDone()) return
          controller.abort()
          stopTimer()
          signal.removeEventListener('abort', abort)
          waiting.get(name)?.delete(look)
          settle()
        }
        const abort = () => end(() => reject(new AbortedError()))
        /** A sibling's answer was read as the account's would be, and is for the same question. */
        const look = () => {
          const answer = answers.get(name)
          if (answer?.isOwn === false && answer.sentAt >= since()) end(() => resolve(answer.value as T))
        }
        const go = async () => {
          if (isDone()) return
          stopTimer()
          try {
            const value = await call(name, ask, controller.signal)
            end(() => resolve(value))
            // The answer must be with the others before the lock is, and the two go different ways.
            await new Promise<void>((pass) => void clock.after(ASK_MS, pass))
          } catch (error) {
            end(() => reject(error as Error))
          }
        }
        const queue = async () => {
          const line = new AbortController()
          controller.signal.addEventListener('abort', () => line.abort())
          stopTimer = clock.after(IN_LINE_MS, () => line.abort())
          try {
            await locks.request(`${group}:${digest(name)}`, { signal: line.signal }, go)
          } catch {
            // Without the lock after all: what is asked twice is better than what is never asked.
            await go()
          }
        }
        if (signal.aborted) return abort()
        signal.addEventListener('abort', abort)
        waiting.set(name, (waiting.get(name) ?? new Set()).add(look))
        look()
        if (isDone()) return
        if (isRefresh) return void queue()
        post({ type: 'ask', name, since: since() })
        stopTimer = clock.after(ASK_MS, () => void queue())
      })
    },

    receive({ type, name, since, value, sentAt }) {
      if (!isText(name)) return
      if (type === 'ask' && isTime(since)) {
        const answer = answers.get(name)
        if (answer?.isOwn && answer.sentAt >= Math.max(since, outdatedAt(name))) post({ type: 'answer', name, ...answer })
      }
      if (type !== 'answer' || !isTime(sentAt) || !isAnswer(name, value)) return
      const newest = Math.max(answers.get(name)?.sentAt ?? 0, outdatedAt(name))
      // A clock that is ahead of this one is no clock of this machine.
      if (sentAt < newest || sentAt > clock.now() + FRESH_MS) return
      answers.set(name, { value, sentAt, isOwn: false })
      for (const look of [...(waiting.get(name) ?? [])]) look()
      onAnswer(name, value, sentAt)
    },
  }
}
