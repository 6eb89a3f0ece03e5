import type { TabPorts } from './ports.js'

/** How often a leader tells that it lives. */
export const BEAT_MS = 1000

/** A leader that is silent for this long is asleep, or stuck. */
const SILENCE_MS = 4000

/** One timer: the leader's next beat, or what the others wait for. */
export interface LeaderGuard {
  /** The leader is to be heard of again. */
  beatLater: (beat: () => void) => void
  /** Waits for the leader's next sign. A hidden page leaves that to those that are seen: nobody polls for it anyway. */
  watch: () => void
  stop: () => void
}

interface GuardEvents {
  /** The leader has been silent for too long. */
  onSilence: () => void
  /** It was this tab that slept: what the leader said meanwhile is still on its way. */
  onSlept: () => void
}

export function createLeaderGuard({ clock, isHidden }: TabPorts, { onSilence, onSlept }: GuardEvents): LeaderGuard {
  let stopTimer = () => {}
  const stop = () => stopTimer()
  return {
    stop,
    beatLater(beat) {
      stop()
      stopTimer = clock.after(BEAT_MS, beat)
    },
    watch() {
      stop()
      if (isHidden()) return
      const due = clock.now() + SILENCE_MS
      stopTimer = clock.after(SILENCE_MS, () => {
        if (clock.now() - due > BEAT_MS) onSlept()
        else onSilence()
      })
    },
  }
}
