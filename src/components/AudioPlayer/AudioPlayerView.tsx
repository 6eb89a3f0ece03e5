'use client'

import type { ReactElement, ReactNode, Ref, RefObject } from 'react'
import { playerTexts } from '../../i18n/en/player.js'
import { useUi, WidgetRoot } from '../../theme/index.js'
import { Button } from '../parts/Button.js'
import { Icon } from '../parts/Icon.js'
import { downloadIcon, pauseIcon, playIcon } from '../parts/icons.js'
import { IconButton } from '../parts/IconButton.js'
import { Slider } from '../parts/Slider.js'
import type { AudioPhase } from './audioPhase.js'
import { clock } from './clock.js'
import { positionText } from './positionText.js'
import { seekByEvent } from './seek.js'
import type { Volume } from './useVolume.js'
import { VolumeControl } from './VolumeControl.js'

export interface AudioPlayerViewProps {
  phase: AudioPhase
  title?: string | undefined
  /** Whole seconds played. */
  seconds: number
  /** In seconds; undefined while nobody knows. */
  length: number | undefined
  speed: number
  isSaving?: boolean | undefined
  onToggle: () => void
  onSeek: (seconds: number) => void
  onCycleSpeed: () => void
  onSave: () => void
  /** The exact position in seconds, where `seconds` is too coarse. */
  position?: (() => number) | undefined
  sliderRef?: RefObject<HTMLSpanElement | null> | undefined
  inputRef?: Ref<HTMLInputElement> | undefined
  /** Without it there is no control of the volume. */
  volume?: Volume | undefined
  /** The clip's loudness, behind the slider. */
  waveform?: ReactNode
  /** What is spoken. */
  captions?: ReactNode
  /** What went wrong, with what to do about it. */
  notice?: ReactNode
  /** The `<audio>` element. */
  children?: ReactNode
  className?: string | undefined
}

/** The player without its sound: everything it shows, from its props. */
export function AudioPlayerView(props: AudioPlayerViewProps): ReactElement {
  const { phase, title, seconds, length, speed, position = () => seconds, onToggle, onSeek } = props
  const ui = useUi(playerTexts)
  const isPlaying = phase === 'playing' || phase === 'buffering'
  const isBusy = phase === 'loading' || phase === 'buffering' || phase === 'renewing'
  const isUsable = phase !== 'empty' && phase !== 'failed' && phase !== 'renewing'
  const canSeek = isUsable && length !== undefined

  return (
    <WidgetRoot
      name="player"
      state={phase}
      className={props.className}
      role="group"
      aria-label={title ? ui.t('player.name-of', { title }) : ui.t('player.name')}
    >
      <div className="audiopod-player-box">
        {title && (
          <p className="audiopod-player-title" dir="auto">
            {title}
          </p>
        )}
        <div className="audiopod-player-bar">
          <button
            type="button"
            className="audiopod-player-play"
            aria-label={ui.t(isPlaying ? 'player.pause' : 'player.play')}
            aria-disabled={!isUsable || undefined}
            aria-busy={isBusy || undefined}
            onClick={() => isUsable && onToggle()}
          >
            <Icon icon={isPlaying ? pauseIcon : playIcon} />
          </button>
          {/* As on a tape, time runs from left to right in every writing direction. */}
          <div className="audiopod-player-track" dir="ltr">
            <Slider
              at={length ? Math.min(position() / length, 1) : 0}
              rootRef={props.sliderRef}
              inputRef={props.inputRef}
              defaultValue={0}
              min={0}
              max={length ?? 0}
              step="any"
              disabled={!canSeek}
              aria-label={ui.t('player.seek')}
              aria-valuetext={positionText(ui, seconds, length)}
              onInput={(event) => onSeek(Number(event.currentTarget.value))}
              onKeyDown={(event) => seekByEvent(event, { length, position, toggle: onToggle, seek: onSeek })}
            >
              {props.waveform}
            </Slider>
          </div>
          <p className="audiopod-player-time">
            <PhaseText phase={phase} seconds={seconds} length={length} />
          </p>
          <div className="audiopod-player-actions">
            <Button
              variant="ghost"
              size="small"
              aria-label={ui.t('player.speed', { speed: ui.t('player.times', { speed }) })}
              onClick={props.onCycleSpeed}
            >
              {ui.t('player.times', { speed })}
            </Button>
            {props.volume && <VolumeControl {...props.volume} />}
            <IconButton
              icon={downloadIcon}
              label={ui.t('player.download')}
              busy={props.isSaving}
              unavailable={phase === 'empty'}
              onClick={props.onSave}
            />
          </div>
        </div>
        {props.captions}
        {props.notice}
      </div>
      {props.children}
    </WidgetRoot>
  )
}

function PhaseText({ phase, seconds, length }: Pick<AudioPlayerViewProps, 'phase' | 'seconds' | 'length'>) {
  const ui = useUi(playerTexts)
  if (phase === 'empty' || phase === 'renewing') return <>{ui.t(`player.${phase}`)}</>
  if (phase === 'loading' && length === undefined) return <>{ui.t('player.loading')}</>
  return (
    <span className="audiopod-player-clock" dir="ltr">
      <span className="audiopod-player-at">{clock(seconds)}</span>
      {length !== undefined && ` / ${clock(length)}`}
    </span>
  )
}
