/**
 * Puts a text on the clipboard and says whether it is there. Without the clipboard API, as on plain http, it
 * copies by selection; where that is refused too, the text of `element` stays selected for the person to copy.
 */
export async function copyText(text: string, element?: HTMLElement | null): Promise<boolean> {
  // Typed as always there; on plain http it is not.
  const clipboard: Clipboard | undefined = navigator.clipboard
  if (clipboard) {
    try {
      await clipboard.writeText(text)
      return await holds(clipboard, text)
    } catch {
      // Refused by the browser or a permissions policy.
    }
  }
  return copyBySelection(text, element)
}

export function selectText(element: HTMLElement): void {
  element.ownerDocument.getSelection()?.selectAllChildren(element)
}

/** Reads back only where that asks the person nothing. */
async function holds(clipboard: Clipboard, text: string): Promise<boolean> {
  try {
    const { state } = await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })
    return state !== 'granted' || (await clipboard.readText()) === text
  } catch {
    return true
  }
}

function copyBySelection(text: string, element?: HTMLElement | null): boolean {
  if (!element) return false
  selectText(element)
  // Deprecated, and the only way on plain http; the browser's types may drop it one day.
  const page: { execCommand?: (command: string) => boolean } = element.ownerDocument
  let wasAsked = false
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    wasAsked = event.clipboardData !== null
  }
  element.ownerDocument.addEventListener('copy', onCopy, { capture: true, once: true })
  try {
    return (page.execCommand?.('copy') ?? false) && wasAsked
  } catch {
    return false
  } finally {
    element.ownerDocument.removeEventListener('copy', onCopy, { capture: true })
  }
}

/** The keys that copy on this machine. */
export function copyKeys(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘C' : 'Ctrl+C'
}
