'use client'

import { useCombobox, type UseComboboxState, type UseComboboxStateChangeOptions } from 'downshift'
import { type ReactElement, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { voiceTexts } from '../../i18n/en/voice.js'
import { useUi } from '../../theme/index.js'
import { Icon } from '../parts/Icon.js'
import { chevronIcon } from '../parts/icons.js'
import { Input } from '../parts/Input.js'
import { environmentOf } from './environmentOf.js'
import { useAnchoredPopover } from './useAnchoredPopover.js'
import { type Handover, isGone, shownName, type VoicePickerProps } from './VoicePicker.js'
import { useVoicePreview } from './useVoicePreview.js'
import { VoiceFrame } from './VoiceFrame.js'
import { VoiceMenu } from './VoiceMenu.js'
import { findVoice, toOption, type VoiceOption, voiceGroups } from './voices.js'

export interface VoiceComboboxProps extends VoicePickerProps {
  /** Of the parts. */
  id: string
  /** What was typed before this arrived. */
  initialText: string | undefined
  /** How things stood with the input that this one replaces. */
  handover: { readonly current: Handover }
  /** That input, while it is there. */
  replaced: { readonly current: Element | null }
}

const { stateChangeTypes: Change } = useCombobox

/** The picker with its list. Fetched when it is first needed: import it from nowhere but `VoicePicker`. */
export function VoiceCombobox(props: VoiceComboboxProps): ReactElement {
  const { id, list, value, error, onChange, initialText, handover, replaced } = props
  const ui = useUi(voiceTexts)
  const inputRef = useRef<HTMLInputElement>(null)
  /** What the list is narrowed by; the name of the chosen voice in the input is no query. */
  const [query, setQuery] = useState(initialText ?? '')
  const { audioProps, preview, toggle, stop } = useVoicePreview()
  const voice = findVoice(list.voices, value)
  const name = shownName(voice, value, list)
  const groups = voiceGroups(list.voices, query)
  const options = groups.flatMap((group) => group.options)
  // Also while the list is narrowed to others: a choice that comes and goes would rewrite the input.
  const chosen = voice ? toOption(voice) : null

  // The list that the new text will leave is not there yet when the text changes.
  const firstMatch = (text: string) =>
    voiceGroups(list.voices, text)
      .flatMap((group) => group.options)
      .findIndex((option) => option.blocked === undefined)

  const [environment] = useState(() => replaced.current && environmentOf(replaced.current))
  const combobox = useCombobox<VoiceOption>({
    ...(environment && { environment }),
    items: options,
    id,
    labelId: `${id}-label`,
    menuId: `${id}-menu`,
    selectedItem: chosen,
    itemToString: (option) => option?.label ?? name,
    itemToKey: (option) => option?.voice.id,
    isItemDisabled: (option) => option.blocked !== undefined,
    initialIsOpen: handover.current.wantsOpen || initialText !== undefined,
    initialInputValue: initialText ?? name,
    ...(initialText !== undefined && { initialHighlightedIndex: firstMatch(initialText) }),
    stateReducer: (state, change) => nextState(state, change, name, firstMatch),
    onInputValueChange: ({ type, inputValue }) => {
      if (type === Change.InputChange) setQuery(inputValue)
    },
    onIsOpenChange: ({ isOpen }) => {
      setQuery('')
      if (isOpen) inputRef.current?.select()
      else stop()
    },
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem) onChange(selectedItem.voice.id)
    },
  })
  const { isOpen, highlightedIndex, inputValue, setInputValue, closeMenu } = combobox

  useLayoutEffect(() => {
    const input = inputRef.current
    if (!handover.current.hasFocus || !input) return
    input.focus()
    if (initialText === undefined) input.select()
    else input.setSelectionRange(input.value.length, input.value.length)
    // Only the moment of taking over counts.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])

  // The choice, or what is known of it, may change from outside while the list is closed.
  useEffect(() => {
    if (!isOpen && inputValue !== name) setInputValue(name)
  }, [isOpen, inputValue, name, setInputValue])

  const popupRef = useRef<HTMLDivElement>(null)
  const boxRef = useRef<HTMLDivElement>(null)
  useAnchoredPopover(popupRef, boxRef, isOpen)
  // The popup, with its button, is what downshift shall take for the menu: a press in it does not close it.
  const { ref: setPopup, ...menuProps } = combobox.getMenuProps({ ref: popupRef, 'aria-label': ui.t('voice.list') })

  return (
    <VoiceFrame
      boxRef={boxRef}
      labelId={`${id}-label`}
      voice={voice}
      error={error}
      isGone={isGone(props)}
      input={(control) => (
        <Input
          {...combobox.getInputProps({
            ref: inputRef,
            onBlur: (event) => {
              // Tab leads from the input to the Preview button: the list stays.
              if (popupRef.current?.contains(event.relatedTarget)) preventDownshift(event)
            },
            onKeyDown: (event) => {
              // Escape in a closed list belongs to the page, a dialog perhaps.
              if (event.key === 'Escape' && !isOpen) preventDownshift(event)
              // Ctrl+Enter generates, whatever the list is at.
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) preventDownshift(event)
            },
          })}
          {...control}
          aria-haspopup="listbox"
          placeholder={ui.t(list.isLoading ? 'voice.loading' : 'voice.choose')}
        />
      )}
      toggle={
        <button
          {...combobox.getToggleButtonProps()}
          type="button"
          className="audiopod-voice-toggle"
          aria-label={ui.t('voice.open')}
        >
          <Icon icon={chevronIcon} />
        </button>
      }
    >
      <VoiceMenu
        popupRef={setPopup}
        menuProps={menuProps}
        isOpen={isOpen}
        list={list}
        groups={groups}
        query={query}
        value={voice?.id}
        highlighted={highlightedIndex}
        getItemProps={combobox.getItemProps}
        active={options[highlightedIndex] ?? chosen ?? undefined}
        preview={preview}
        onPreview={toggle}
        onLeave={closeMenu}
        onEscape={() => {
          closeMenu()
          inputRef.current?.focus()
        }}
        // In the middle of a commit, when downshift's ref is being renewed.
        onRefocus={() => boxRef.current?.querySelector<HTMLElement>('[role=combobox]')?.focus()}
      />
      {/* A sample of a voice has no captions to give. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <audio {...audioProps} />
    </VoiceFrame>
  )
}

function preventDownshift(event: { nativeEvent: Event }): void {
  Object.assign(event.nativeEvent, { preventDownshiftDefault: true })
}

/** Downshift's own answer, but that leaving the list never chooses, and what was typed gives way to the chosen name. */
function nextState(
  state: UseComboboxState<VoiceOption>,
  { type, changes }: UseComboboxStateChangeOptions<VoiceOption>,
  name: string,
  firstMatch: (text: string) => number,
): Partial<UseComboboxState<VoiceOption>> {
  switch (type) {
    case Change.InputBlur:
    case Change.InputKeyDownEscape:
    case Change.FunctionCloseMenu:
      return { ...changes, isOpen: false, highlightedIndex: -1, selectedItem: state.selectedItem, inputValue: name }
    case Change.MenuMouseLeave:
      // The way to the Preview button leads out of the list.
      return { ...changes, highlightedIndex: state.highlightedIndex }
    case Change.InputClick:
      // A press in an open input sets the caret.
      return state.isOpen ? { ...changes, isOpen: true, highlightedIndex: state.highlightedIndex } : changes
    case Change.InputChange:
      // Enter takes the first match.
      return { ...changes, highlightedIndex: firstMatch(changes.inputValue ?? '') }
    default:
      return changes
  }
}
