import { fileName } from './fileName.js'

export type SaveResult = 'saved' | 'opened' | 'expired'

/**
 * Saves audio as a file. Browsers ignore `download` across origins, so such a link is fetched and saved from
 * memory where its host allows that, and opened in a new tab where it does not. What lies on the page's own origin goes
 * to the disk without passing through memory; with a `fallback`, only once it is known to be there.
 */
export async function saveAudio(src: string, name?: string, fallback?: string): Promise<SaveResult> {
  const url = new URL(src, document.baseURI)
  if (url.origin === location.origin || url.protocol === 'blob:' || url.protocol === 'data:') {
    const found = fallback === undefined || fallback === src ? {} : await look(src)
    if (!found) return saveAudio(fallback ?? src, name)
    press({ href: src, download: fileName(name, src, found.type) })
    return 'saved'
  }
  let answer: Response
  try {
    answer = await fetch(src, { referrerPolicy: 'no-referrer' })
    if (!answer.ok) return 'expired'
    const blob = await answer.blob()
    const href = URL.createObjectURL(blob)
    press({ href, download: fileName(name, src, blob.type) })
    // Some browsers read the address only after the press has been handled.
    setTimeout(() => URL.revokeObjectURL(href), 10_000)
    return 'saved'
  } catch {
    press({ href: src, target: '_blank', rel: 'noopener noreferrer' })
    return 'opened'
  }
}

/** What lies there, by its head alone; undefined where there is nothing. */
async function look(src: string): Promise<{ type?: string | undefined } | undefined> {
  try {
    const { ok, headers } = await fetch(src, { method: 'HEAD' })
    return ok ? { type: headers.get('content-type') ?? undefined } : undefined
  } catch {
    return undefined
  }
}

/** Of an `<a>` alone HTML says that it leads somewhere without being in the page: nothing is put there. */
function press(attributes: Record<string, string>): void {
  const link = document.createElement('a')
  for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value)
  link.click()
}
