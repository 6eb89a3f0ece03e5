'use client'

import { type ReactElement, useEffect } from 'react'
import { useSession } from '../../react/SessionContext.js'
import { loadAudioPlayer } from './LazyAudioPlayer.js'
import { SpeechGeneratorView } from './SpeechGeneratorView.js'
import { useSpeechGenerator, type UseSpeechGeneratorOptions } from './useSpeechGenerator.js'

/**
 * From text to sound: the text with its length and about what it costs, a voice, the format and the speed;
 * then progress, and a player. What the person has put in stays through every failure.
 *
 * Needs the permission `speech:generate`; `voices:read` for the list of voices; `credits:read`, if it is
 * there, for a word of warning where the balance may not do.
 *
 * @example
 * <SpeechGenerator defaultVoiceId="aura" onGenerated={(job) => save(job.id)} onAddFunds={() => router.push('/billing')} />
 */
export function SpeechGenerator(props: SpeechGeneratorProps): ReactElement {
  // What one user typed is not for the next.
  const { visit } = useSession()
  return <Generator key={visit} {...props} />
}

function Generator({ onAddFunds, className, ...options }: SpeechGeneratorProps): ReactElement {
  const { isUnderWay, ...generator } = useSpeechGenerator(options)
  // So that it is there when there is something to play; where this fails, it is tried again then.
  useEffect(() => {
    if (isUnderWay) loadAudioPlayer().catch(() => {})
  }, [isUnderWay])
  return (
    <SpeechGeneratorView
      {...generator}
      onDraft={generator.change}
      onGenerate={generator.generate}
      onStop={generator.stop}
      onEdit={generator.edit}
      onRefresh={generator.refresh}
      onAddFunds={onAddFunds}
      className={className}
    />
  )
}

export interface SpeechGeneratorProps extends UseSpeechGeneratorOptions {
  /** Shows “Add funds” where the balance will not do. */
  onAddFunds?: (() => void) | undefined
  className?: string | undefined
}
