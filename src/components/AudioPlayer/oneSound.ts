/** Marks the `<audio>` elements that are silent when another of them begins. */
export const SOUND_ATTRIBUTE = 'data-audiopod-sound'

export const soundProps: { readonly [SOUND_ATTRIBUTE]: '' } = { [SOUND_ATTRIBUTE]: '' }

/**
 * Pauses an element when another of this kit's begins, whichever copy of the kit made it: `play` does not
 * bubble, but a document sees it on the way down. Returns the undo.
 */
export function yieldToOthers(audio: HTMLMediaElement): () => void {
  const document = audio.ownerDocument
  const onPlay = ({ target }: Event) => {
    if (target === audio || !(target instanceof Element) || !target.hasAttribute(SOUND_ATTRIBUTE)) return
    audio.pause()
  }
  document.addEventListener('play', onPlay, true)
  return () => document.removeEventListener('play', onPlay, true)
}
