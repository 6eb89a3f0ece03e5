import type { OperationName } from '../../api/index.js'
import type { Wait } from '../../client/types.js'
import { AbortedError, type AudioPodError } from '../../errors/index.js'
import { heldMessage, type HeldWait, isForAll, operationOf, readHeld, toWait } from './heldRead.js'
import { fromLoss, readLoss, toLoss } from './loss.js'
import { isAnswer, isRecord, isText, isTime, type Message } from './messages.js'
import type { TabPorts } from './ports.js'
import { createPlaceInLine, HELD_BEAT_MS } from './readLine.js'

/** SWR drops a repeat within this time; a sibling's answer of this age is one. */
const FRESH_MS = 2000

/** A page that opens shows what its siblings show, if that is no older; short, since who reloads wants to see what is new. */
const FRESH_FOR_NEWCOMER_MS = 10_000

/** A page that opens waits this long for its siblings. */
const ASK_MS = 50

interface SharedReadsOptions {
  ports: TabPorts
  name: string
  post: (message: Message) => void
  /** Told of a newer answer of a sibling's. */
  onAnswer: (name: string, value: unknown, sentAt: number) => void
}

/** How one asks the account, as for a call of the client. */
export interface AskOptions {
  signal: AbortSignal
  onWait: (wait: Wait | undefined) => void
  onSend: () => void
}

export type Ask<T> = (options: AskOptions) => Promise<T>

export interface ReadOptions {
  signal: AbortSignal
  /** There is an answer on screen already. */
  isRefresh: boolean
  /** Told of each wait, also of a sibling's that asks for all. */
  onWait: (wait: Wait | undefined) => void
}

export interface SharedReads {
  /** Asks for an answer unless a sibling has a fresh one, or gets it first; a sibling's failure is everybody's too. */
  read: <T>(name: string, ask: Ask<T>, options: ReadOptions) => Promise<T>
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

/** A read of this tab's that is not over. */
interface Reader {
  /** Takes a sibling's answer, if it will do. */
  look: () => void
  /** A sibling asks, and waits or is under way. */
  held: (wait: HeldWait | undefined) => void
  failed: (error: AudioPodError) => void
  /** A sibling wants to know whether this one asks for all. */
  tell: () => void
  /** A person in another tab wants it now. */
  hurry: () => void
}

export function createSharedReads({ ports, name: group, post, onAnswer }: SharedReadsOptions): SharedReads {
  const { clock } = ports
  /** The newest answer to each question. */
  const answers = new Map<string, Answer>()
  const outdated = new Map<string, number>()
  const readers = new Map<string, Set<Reader>>()

  const outdatedAt = (name: string) => outdated.get(operationOf(name)) ?? 0
  const readersOf = (name: string) => [...(readers.get(name) ?? [])]

  /** Asks for all: tells them that it does, what it waits for, and what came of it. */
  async function askForAll<T>(name: string, ask: Ask<T>, { signal, onWait }: Omit<AskOptions, 'onSend'>): Promise<T> {
    let sentAt = clock.now()
    const onSend = () => {
      sentAt = clock.now()
    }
    try {
      const value = await ask({ signal, onWait, onSend })
      if (!signal.aborted && isAnswer(name, value)) {
        answers.set(name, { value, sentAt, isOwn: true })
        post({ type: 'answer', name, value, sentAt })
      }
      return value
    } catch (error) {
      if (!signal.aborted && isForAll(error)) post({ type: 'failed', name, loss: toLoss(error) })
      throw error
    }
  }

  return {
    outdate(operations, at = clock.now()) {
      for (const operation of operations) outdated.set(operation, Math.max(at, outdatedAt(operation)))
    },

    read<T>(name: string, ask: Ask<T>, { signal, isRefresh, onWait }: ReadOptions) {
      const asked = clock.now()
      const since = () => Math.max(outdatedAt(name), asked - (isRefresh ? FRESH_MS : FRESH_FOR_NEWCOMER_MS))
      return new Promise<T>((resolve, reject) => {
        const controller = new AbortController()
        const place = createPlaceInLine(ports, group, name, go)
        let isAsking = false
        let wait: Wait | undefined
        let shown: string | undefined
        let stopTimer = () => {}
        const isDone = () => controller.signal.aborted
        const end = (settle: () => void) => {
          if (isDone()) return
          controller.abort()
          stopTimer()
          place.leave()
          signal.removeEventListener('abort', abort)
          readers.get(name)?.delete(reader)
          settle()
        }
        const abort = () => end(() => reject(new AbortedError()))

        const reader: Reader = {
          /** A sibling's answer was read as the account's would be, and is for the same question. */
          look() {
            const answer = answers.get(name)
            if (answer?.isOwn === false && answer.sentAt >= since()) end(() => resolve(answer.value as T))
          },
          held(held) {
            if (isAsking) return
            place.heard()
            const said = held && JSON.stringify(held)
            if (said === shown) return
            shown = said
            onWait(held && toWait(held, name, () => post({ type: 'hurry', name })))
          },
          failed(error) {
            if (!isAsking) end(() => reject(error))
          },
          tell() {
            if (isAsking) post(heldMessage(name, wait))
          },
          hurry: () => wait?.now(),
        }

        function beat() {
          if (isDone()) return
          reader.tell()
          stopTimer = clock.after(HELD_BEAT_MS, beat)
        }

        async function go() {
          if (isDone()) return
          isAsking = true
          stopTimer()
          if (shown !== undefined) onWait(undefined)
          stopTimer = clock.after(HELD_BEAT_MS, beat)
          const told = (news: Wait | undefined) => {
            const isNews = news !== wait
            wait = news
            if (isNews) reader.tell()
            onWait(news)
          }
          try {
            const value = await askForAll(name, ask, { signal: controller.signal, onWait: told })
            end(() => resolve(value))
          } catch (error) {
            end(() => reject(error as Error))
          }
          // What came of it must be with the others before the lock is, and the two go different ways.
          if (!signal.aborted) await new Promise<void>((pass) => void clock.after(ASK_MS, pass))
        }

        if (signal.aborted) return abort()
        signal.addEventListener('abort', abort)
        readers.set(name, (readers.get(name) ?? new Set()).add(reader))
        reader.look()
        if (isDone()) return
        post({ type: 'ask', name, since: since() })
        if (isRefresh) void place.join()
        else stopTimer = clock.after(ASK_MS, () => void place.join())
      })
    },

    receive({ type, name, since, value, sentAt, wait, loss }) {
      if (!isText(name)) return
      if (type === 'ask' && isTime(since)) {
        const answer = answers.get(name)
        if (answer?.isOwn && answer.sentAt >= Math.max(since, outdatedAt(name))) post({ type: 'answer', name, ...answer })
        for (const reader of readersOf(name)) reader.tell()
      }
      if (type === 'held') for (const reader of readersOf(name)) reader.held(readHeld(wait))
      if (type === 'hurry') for (const reader of readersOf(name)) reader.hurry()
      if (type === 'failed' && isRecord(loss)) {
        for (const reader of readersOf(name)) reader.failed(fromLoss(readLoss(loss), operationOf(name)))
      }
      if (type !== 'answer' || !isTime(sentAt) || !isAnswer(name, value)) return
      const newest = Math.max(answers.get(name)?.sentAt ?? 0, outdatedAt(name))
      // A clock that is ahead of this one is no clock of this machine.
      if (sentAt < newest || sentAt > clock.now() + FRESH_MS) return
      const isRepeat = answers.get(name)?.sentAt === sentAt
      answers.set(name, { value, sentAt, isOwn: false })
      for (const reader of readersOf(name)) reader.look()
      if (isRepeat) return
      onAnswer(name, value, sentAt)
    },
  }
}
