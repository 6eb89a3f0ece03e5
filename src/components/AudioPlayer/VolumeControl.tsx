'use client'

import type { ReactElement } from 'react'
import { playerTexts } from '../../i18n/en/player.js'
import { writePercent } from '../../i18n/writers.js'
import { slot, useUi } from '../../theme/index.js'
import { Slider } from '../parts/Slider.js'
import type { Volume } from './useVolume.js'

const SPEAKER = 'M2.5 6.2v3.6h2.2L8 12.6V3.4L4.7 6.2Z'
const WAVES = 'M10.3 6a2.8 2.8 0 0 1 0 4M12.2 4a5.6 5.6 0 0 1 0 8'
const CROSS = 'm10.6 6.3 3.4 3.4m0-3.4-3.4 3.4'

/** Mute, and a slider where there is room and the page may set the volume. */
export function VolumeControl({ volume, canSet, set, toggleMute }: Volume): ReactElement {
  const ui = useUi(playerTexts)
  const isMuted = volume === 0
  const label = ui.t(isMuted ? 'player.unmute' : 'player.mute')
  return (
    <div className="audiopod-player-volume">
      <button
        type="button"
        title={label}
        {...slot(ui, 'iconButton', 'audiopod-icon-button')}
        aria-label={label}
        onClick={toggleMute}
      >
        <svg
          aria-hidden="true"
          className="audiopod-icon"
          fill="none"
          focusable="false"
          stroke="currentColor"
          strokeLinecap="round"
          strokeLinejoin="round"
          strokeWidth="1.5"
          viewBox="0 0 16 16"
        >
          <path d={SPEAKER + (isMuted ? CROSS : WAVES)} />
        </svg>
      </button>
      {canSet && (
        <Slider
          at={volume}
          value={volume}
          min={0}
          max={1}
          step={0.05}
          aria-label={ui.t('player.volume')}
          aria-valuetext={writePercent(ui, volume)}
          onChange={(event) => set(Number(event.currentTarget.value))}
        />
      )}
    </div>
  )
}
