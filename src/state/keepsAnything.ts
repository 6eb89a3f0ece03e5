/** What the names of all that is kept begin with. */
export const KEPT = 'audiopod-react:'

/** Whether this browser keeps anything of this kit's, of whatever user: nearly always nothing, and so nothing to look through. */
export function keepsAnything(): boolean {
  return (['sessionStorage', 'localStorage'] as const).some((name) => {
    try {
      return Object.keys(window[name]).some((key) => key.startsWith(KEPT))
    } catch {
      // Forbidden, or no page.
      return false
    }
  })
}
