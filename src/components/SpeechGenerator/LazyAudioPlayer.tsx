'use client'

import type { ComponentType, ReactElement } from 'react'
import type { AudioPlayerProps } from '../AudioPlayer/AudioPlayer.js'
import { useLazyPart } from '../parts/useLazyPart.js'

/** Fetches the player while the job runs, so that it is there when there is something to play. */
export function loadAudioPlayer(): Promise<ComponentType<AudioPlayerProps>> {
  return import('../AudioPlayer/AudioPlayer.js').then(({ AudioPlayer }) => AudioPlayer)
}

/** The player, fetched when it is first needed. Where it cannot be, the browser's own plays: the audio is paid for. */
export function LazyAudioPlayer(props: AudioPlayerProps): ReactElement {
  const [Player, hasFailed] = useLazyPart(loadAudioPlayer)

  if (Player) return <Player {...props} />
  if (!hasFailed) return <div className="audiopod-speech-player-soon" aria-busy="true" />
  // No captions: what is spoken is the text that the person wrote.
  // oxlint-disable-next-line jsx-a11y/media-has-caption
  return <audio className="audiopod-speech-player-plain" controls src={props.fallbackSrc ?? props.src} title={props.title} />
}
