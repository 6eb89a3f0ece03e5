import { yieldToOthers } from './oneSound.js'

/** Listens to an element, and pauses it when another of the kit's begins. Returns the undo. */
export function attachAudio(
  audio: HTMLAudioElement,
  listeners: readonly (readonly [event: string, listener: () => void])[],
): () => void {
  for (const [event, listener] of listeners) audio.addEventListener(event, listener)
  const undo = yieldToOthers(audio)
  return () => {
    undo()
    for (const [event, listener] of listeners) audio.removeEventListener(event, listener)
  }
}

/** An element that has left the page would go on loading. */
export function emptyAudio(audio: HTMLAudioElement | null): void {
  audio?.pause()
  audio?.removeAttribute('src')
  audio?.load()
}
