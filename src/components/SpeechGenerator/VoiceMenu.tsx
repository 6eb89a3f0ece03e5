'use client'

import type { UseComboboxReturnValue } from 'downshift'
import { type HTMLAttributes, type ReactElement, type Ref, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { voiceTexts } from '../../i18n/en/voice.js'
import { slot, useUi } from '../../theme/index.js'
import { Button, type ButtonProps } from '../parts/Button.js'
import { Icon } from '../parts/Icon.js'
import { checkIcon, pauseIcon, playIcon } from '../parts/icons.js'
import { LiveRegion } from '../parts/LiveRegion.js'
import { rootOf } from '../parts/rootOf.js'
import { Spinner } from '../parts/Spinner.js'
import { aboutVoice } from './aboutVoice.js'
import type { VoicePreview } from './useVoicePreview.js'
import { VoiceFace } from './VoiceFrame.js'
import type { VoiceList } from './VoicePicker.js'
import type { VoiceGroup, VoiceOption } from './voices.js'

/** While somebody looks for a voice, this many options from the end the next page is fetched. */
const NEAR_END = 5

export interface VoiceMenuProps {
  popupRef: Ref<HTMLDivElement>
  menuProps: HTMLAttributes<HTMLElement>
  isOpen: boolean
  list: VoiceList
  groups: readonly VoiceGroup[]
  /** What the list is narrowed by. */
  query: string
  /** Id of the chosen voice. */
  value: string | undefined
  highlighted: number
  getItemProps: UseComboboxReturnValue<VoiceOption>['getItemProps']
  /** What the Preview button plays. */
  active: VoiceOption | undefined
  preview: VoicePreview | undefined
  onPreview: (voice: VoiceOption['voice']) => void
  /** The focus has left the popup. */
  onLeave: () => void
  onEscape: () => void
  /** Gives the focus to the input, from where the arrows move in the list. */
  onRefocus: () => void
}

/** The list of voices, and under it the one button that plays a sample. */
export function VoiceMenu({ popupRef, menuProps, groups, onLeave, onEscape, ...props }: VoiceMenuProps): ReactElement {
  const { isOpen, list, query, highlighted, onRefocus } = props
  const ui = useUi(voiceTexts)
  const count = groups.reduce((sum, group) => sum + group.options.length, 0)
  const { hasMore, isLoadingMore, onLoadMore, hasFailed } = list

  // The list is searched as a whole, so a search fetches the rest of it.
  const wantsMore = isOpen && hasMore && !isLoadingMore && !hasFailed && (query !== '' || highlighted >= count - NEAR_END)
  useEffect(() => {
    if (wantsMore) onLoadMore?.()
  }, [wantsMore, onLoadMore])

  let index = -1
  return (
    <div
      ref={popupRef}
      role="presentation"
      {...slot(ui, 'menu', 'audiopod-menu audiopod-voice-popup')}
      popover="manual"
      onBlur={(event) => {
        const to = event.relatedTarget
        // Back in the input, or nowhere, as when the window loses the focus: the list stays.
        if (to === null || event.currentTarget.parentElement?.contains(to)) return
        onLeave()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onEscape()
      }}
    >
      {isOpen && <VoiceListStatus list={list} count={count} query={query} onRefocus={onRefocus} />}
      <div {...menuProps} tabIndex={-1} className="audiopod-voice-list" hidden={!isOpen || count === 0}>
        {isOpen &&
          groups.map((group) => (
            <VoiceGroupRows key={group.kind} group={group} hasTitle={groups.length > 1 || group.kind === 'custom'}>
              {group.options.map((option) => {
                index += 1
                return <VoiceRow {...props} key={option.voice.id} option={option} index={index} />
              })}
            </VoiceGroupRows>
          ))}
      </div>
      {isOpen && count > 0 && <PreviewBar {...props} />}
      <LiveRegion message={isOpen && !list.isLoading ? ui.t('voice.count', { count }) : ''} />
    </div>
  )
}

interface VoiceListStatusProps extends Pick<VoiceMenuProps, 'list' | 'query' | 'onRefocus'> {
  count: number
}

function VoiceListStatus({ list, count, query, onRefocus }: VoiceListStatusProps) {
  const ui = useUi(voiceTexts)
  if (list.isLoading || (count === 0 && list.isLoadingMore)) {
    return (
      <p className="audiopod-voice-status">
        <Spinner /> {ui.t('voice.loading')}
      </p>
    )
  }
  if (list.hasFailed) {
    return (
      <div className="audiopod-voice-status" role="alert">
        {ui.t('voice.failed')}
        {list.onRetry && (
          <LeavingButton size="small" onClick={list.onRetry} onRefocus={onRefocus}>
            {ui.t('common.try-again')}
          </LeavingButton>
        )}
      </div>
    )
  }
  if (count > 0) return null
  return <p className="audiopod-voice-status">{query === '' ? ui.t('voice.none') : ui.t('voice.no-match', { query })}</p>
}

/** It goes once it has done its work, and must not take the focus with it. */
function LeavingButton({ onRefocus, ...props }: ButtonProps & Pick<VoiceMenuProps, 'onRefocus'>): ReactElement {
  const ref = useRef<HTMLButtonElement>(null)
  const refocus = useRef(onRefocus)
  useEffect(() => {
    refocus.current = onRefocus
  })
  useLayoutEffect(() => {
    const button = ref.current
    return () => {
      if (button && rootOf(button).activeElement === button) refocus.current()
    }
  }, [])
  return <Button {...props} ref={ref} />
}

function VoiceGroupRows(props: { group: VoiceGroup; hasTitle: boolean; children: ReactElement[] }): ReactElement {
  const ui = useUi(voiceTexts)
  const id = useId()
  if (!props.hasTitle) return <>{props.children}</>
  return (
    <div role="group" aria-labelledby={id}>
      <div className="audiopod-voice-group" id={id} role="presentation">
        {ui.t(props.group.kind === 'custom' ? 'voice.own' : 'voice.standard')}
      </div>
      {props.children}
    </div>
  )
}

type RowProps = Pick<VoiceMenuProps, 'value' | 'highlighted' | 'getItemProps' | 'preview' | 'onPreview'>

interface VoiceRowProps extends RowProps {
  option: VoiceOption
  index: number
}

function VoiceRow({ option, index, value, highlighted, getItemProps, preview, onPreview }: VoiceRowProps): ReactElement {
  const ui = useUi(voiceTexts)
  const { voice, label, blocked } = option
  const isSounding = preview?.voiceId === voice.id && preview.state !== 'failed'
  const about = blocked ? ui.t(blocked === 'failed' ? 'voice.not-made' : 'voice.processing') : aboutVoice(ui, voice)
  return (
    <div
      {...getItemProps({ item: option, index })}
      className="audiopod-voice-row"
      data-highlighted={highlighted === index ? '' : undefined}
      data-blocked={blocked}
      aria-selected={voice.id === value}
    >
      <VoiceFace label={label} />
      <span className="audiopod-voice-row-words">
        <span className="audiopod-voice-row-name">{label}</span>
        {about && <span className="audiopod-voice-row-about">{about}</span>}
      </span>
      {voice.id === value && <Icon icon={checkIcon} className="audiopod-voice-row-check" />}
      {voice.previewUrl !== undefined && (
        // A shortcut for the pointer alone: an option holds no controls. The button below does the same for all.
        <span
          aria-hidden="true"
          className="audiopod-voice-row-play"
          onClick={(event) => {
            event.stopPropagation()
            onPreview(voice)
          }}
        >
          <Icon icon={isSounding ? pauseIcon : playIcon} />
        </span>
      )}
    </div>
  )
}

type PreviewBarProps = Pick<VoiceMenuProps, 'list' | 'active' | 'preview' | 'onPreview' | 'onRefocus'>

function PreviewBar({ list, active, preview, onPreview, onRefocus }: PreviewBarProps): ReactElement {
  const ui = useUi(voiceTexts)
  const { isLoadingMore, hasMore, onLoadMore } = list
  const isActive = active !== undefined && preview?.voiceId === active.voice.id
  const isSounding = isActive && preview.state !== 'failed'
  const hasSample = active?.voice.previewUrl !== undefined
  const name = active?.label ?? ''
  const key = !active ? 'no-active' : isSounding ? 'stop-preview' : hasSample ? 'preview' : 'no-preview'
  return (
    <div className="audiopod-voice-bar">
      <Button
        size="small"
        icon={<Icon icon={isSounding ? pauseIcon : playIcon} />}
        unavailable={!hasSample}
        onClick={() => active && onPreview(active.voice)}
      >
        {ui.t(`voice.${key}`, { name })}
      </Button>
      {hasMore && (
        <LeavingButton size="small" variant="ghost" busy={isLoadingMore} onClick={onLoadMore} onRefocus={onRefocus}>
          {ui.t('voice.more')}
        </LeavingButton>
      )}
      {isActive && preview.state === 'failed' && (
        <p className="audiopod-voice-bar-error" role="alert">
          {ui.t('voice.preview-failed')}
        </p>
      )}
    </div>
  )
}
