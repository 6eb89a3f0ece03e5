/** Whether there is a page, and its browser has locks and channels; on plain http it has none. */
export function canShare(): boolean {
  try {
    // Absent in an insecure context, whatever its type says.
    return typeof document !== 'undefined' && typeof BroadcastChannel !== 'undefined' && Boolean(navigator.locks)
  } catch {
    // A sandboxed frame may throw at the mere mention.
    return false
  }
}
