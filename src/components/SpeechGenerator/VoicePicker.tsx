'use client'

import { type ComponentType, type ReactElement, useId, useRef, useState } from 'react'
import type { Voice } from '../../api/index.js'
import type { AudioPodError } from '../../errors/errors.js'
import { voiceInputTexts } from '../../i18n/en/voiceInput.js'
import { useUi } from '../../theme/index.js'
import { Icon } from '../parts/Icon.js'
import { chevronIcon } from '../parts/icons.js'
import { Input } from '../parts/Input.js'
import type { VoiceComboboxProps } from './VoiceCombobox.js'
import { VoiceFrame } from './VoiceFrame.js'
import { findVoice, voiceLabel } from './voices.js'

export interface VoiceList {
  voices: readonly Voice[]
  isLoading: boolean
  isLoadingMore?: boolean | undefined
  /** There are voices that have not been loaded. */
  hasMore?: boolean | undefined
  hasFailed?: boolean | undefined
  /** Why, where that concerns more than the list: nobody is signed in. */
  refusal?: AudioPodError | undefined
  onLoadMore?: (() => void) | undefined
  onRetry?: (() => void) | undefined
}

export interface VoicePickerProps {
  list: VoiceList
  /** The id or, as AudioPod also takes it, the name of the chosen voice. */
  value: string | undefined
  onChange: (voiceId: string) => void
  /** What is wrong with the choice. */
  error?: string | undefined
}

/**
 * The chosen voice, and the list to choose another from. The list is a combobox with its own library, which
 * many visits never need: it is fetched when the picker is first touched, and takes over what was typed until then.
 */
export function VoicePicker(props: VoicePickerProps): ReactElement {
  const { list, value, error } = props
  const ui = useUi(voiceInputTexts)
  const id = useId()
  const inputRef = useRef<HTMLInputElement>(null)
  const [Combobox, setCombobox] = useState<ComponentType<VoiceComboboxProps>>()
  const [typed, setTyped] = useState<string>()
  /** Read at the moment of taking over, which may come in the middle of a press. */
  const handover = useRef<Handover>({ hasFocus: false, wantsOpen: false })
  const voice = findVoice(list.voices, value)

  const load = () => {
    import('./VoiceCombobox.js').then(
      ({ VoiceCombobox }) => setCombobox(() => VoiceCombobox),
      // The network, or a new release, took the file away: the next touch asks for it again.
      () => {},
    )
  }
  const open = () => {
    handover.current.wantsOpen = true
    load()
  }

  if (Combobox) return <Combobox {...props} id={id} initialText={typed} handover={handover} replaced={inputRef} />
  return (
    <VoiceFrame
      labelId={`${id}-label`}
      voice={voice}
      error={error}
      isGone={isGone(props)}
      input={(control) => (
        <Input
          {...control}
          ref={inputRef}
          role="combobox"
          aria-expanded="false"
          aria-controls={`${id}-menu`}
          aria-haspopup="listbox"
          aria-autocomplete="list"
          autoComplete="off"
          placeholder={ui.t(list.isLoading ? 'voice.loading' : 'voice.choose')}
          value={typed ?? shownName(voice, value, list)}
          onFocus={(event) => {
            handover.current.hasFocus = true
            // So that typing replaces the name of the chosen voice.
            event.target.select()
            load()
          }}
          onBlur={() => {
            handover.current = { hasFocus: false, wantsOpen: false }
          }}
          onPointerEnter={load}
          onPointerDown={(event) => {
            // The press may end on the input that takes over, and then be nobody's click.
            if (event.pointerType === 'mouse' && event.button === 0) open()
          }}
          onClick={open}
          onChange={(event) => {
            setTyped(event.target.value)
            open()
          }}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
            event.preventDefault()
            open()
          }}
        />
      )}
      toggle={
        <button
          type="button"
          tabIndex={-1}
          className="audiopod-voice-toggle"
          aria-label={ui.t('voice.open')}
          onClick={() => {
            inputRef.current?.focus()
            open()
          }}
        >
          <Icon icon={chevronIcon} />
        </button>
      }
    />
  )
}

export interface Handover {
  hasFocus: boolean
  wantsOpen: boolean
}

/** The name in the closed picker. A voice that may be on a page to come is shown as it was given; one that is gone has no name. */
export function shownName(voice: Voice | undefined, value: string | undefined, list: VoiceList): string {
  if (voice) return voiceLabel(voice)
  return list.isLoading || isGone({ list, value }) ? '' : (value ?? '')
}

/** A voice was chosen, every voice is known, and it is not among them. */
export function isGone({ list, value }: Pick<VoicePickerProps, 'list' | 'value'>): boolean {
  const isWhole = !list.isLoading && !list.hasFailed && !list.hasMore && list.voices.length > 0
  return value !== undefined && isWhole && findVoice(list.voices, value) === undefined
}
