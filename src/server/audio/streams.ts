/** More clips than a person hears at a time, or a page shows. */
const MAX_OF_USER = 16

export interface Streams {
  /** A clip begins for a user. `cut` ends it, should it have to make room. */
  enter(userId: string, cut: () => void): Place
}

export interface Place {
  /** Somebody took a piece of it. */
  read(): void
  leave(): void
}

/**
 * The clips under way of each user. Connections to a clip's host are few, and one that nobody reads is held for ever: a
 * user who opens many takes them from nobody but themselves, as the one that was read least lately makes room. A player
 * that was cut off asks for the rest when it goes on.
 */
export function createStreams(most: number = MAX_OF_USER): Streams {
  const users = new Map<string, Set<() => void>>()
  return {
    enter(userId, cut) {
      /** In the order in which they were read. */
      const streams = users.get(userId) ?? new Set()
      const [idlest] = streams
      if (idlest && streams.size >= most) {
        streams.delete(idlest)
        idlest()
      }
      streams.add(cut)
      // Cutting the only other one may have taken the set away.
      users.set(userId, streams)
      return {
        read() {
          if (streams.delete(cut)) streams.add(cut)
        },
        leave() {
          streams.delete(cut)
          if (streams.size === 0 && users.get(userId) === streams) users.delete(userId)
        },
      }
    },
  }
}
