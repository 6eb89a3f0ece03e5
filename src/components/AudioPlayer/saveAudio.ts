import { fileName } from './fileName.js'

export type SaveResult = 'saved' | 'opened' | 'expired'

/**
 * Saves audio as a file. Browsers ignore `download` across origins, so such a link is fetched and saved from
 * memory where its host allows that, and opened in a new tab where it does not.
 */
export async function saveAudio(src: string, name?: string): Promise<SaveResult> {
  const url = new URL(src, document.baseURI)
  if (url.origin === location.origin || url.protocol === 'blob:' || url.protocol === 'data:') {
    press({ href: src, download: fileName(name, src) })
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

function press(attributes: Record<string, string>): void {
  const link = document.createElement('a')
  for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value)
  link.style.display = 'none'
  document.body.append(link)
  link.click()
  link.remove()
}
