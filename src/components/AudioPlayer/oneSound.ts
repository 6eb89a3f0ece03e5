/** Told on the page when one of them begins: `play` itself leaves neither a shadow root nor a frame. */
const BEGINS = 'audiopod-sound'

/**
 * Pauses an element when another of this kit's begins, whichever copy of the kit made it, and whichever shadow root or frame it
 * is in. Returns the undo.
 */
export function yieldToOthers(audio: HTMLMediaElement): () => void {
  const tell = () => document.dispatchEvent(new CustomEvent(BEGINS, { detail: audio }))
  const onBegin = (event: Event) => {
    if (event instanceof CustomEvent && event.detail !== audio) audio.pause()
  }
  audio.addEventListener('play', tell)
  document.addEventListener(BEGINS, onBegin)
  return () => {
    audio.removeEventListener('play', tell)
    document.removeEventListener(BEGINS, onBegin)
  }
}
