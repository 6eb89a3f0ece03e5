'use client'

import { type KeyboardEvent, memo, type MouseEvent, type ReactElement, useEffect, useLayoutEffect, useRef } from 'react'
import type { SpeechTimestamps } from '../../api/index.js'
import { playerTexts } from '../../i18n/en/player.js'
import { useUi } from '../../theme/index.js'
import { rootOf, selectedText } from '../parts/rootOf.js'
import { wordByKey } from './captionKeys.js'
import { type CaptionWord, wordAt } from './captionWords.js'
import { useCaptions } from './useCaptions.js'

export interface CaptionsProps {
  timestamps: SpeechTimestamps | string
  /** As it was written. */
  text: string | undefined
  isPlaying: boolean
  /** Changes when the position does, at least each second. */
  seconds: number
  position: () => number
  onSeek: (seconds: number) => void
}

/** After the person has moved the text themselves it stays where they want it for so long, in ms. */
const HANDS_OFF = 4000

/**
 * The text with the word marked that is being spoken; a word that is pressed is played from. To a screen reader it is text,
 * and nothing in it is announced. Fetched when needed: import it from nowhere but `AudioPlayer`.
 */
export function Captions(props: CaptionsProps): ReactElement | null {
  const { t } = useUi(playerTexts)
  const { isPlaying, seconds, position, onSeek } = props
  const shown = useCaptions(props)
  const { words } = shown
  const boxRef = useRef<HTMLDivElement>(null)
  const nodes = useRef<HTMLElement[]>([])
  /** The one word that Tab reaches. */
  const stop = useRef<HTMLElement>(undefined)
  const current = useRef<HTMLElement>(undefined)
  const touchedAt = useRef(-Infinity)

  useLayoutEffect(() => {
    nodes.current = [...(boxRef.current?.querySelectorAll<HTMLElement>('[data-word]') ?? [])]
    moveStop(stop, nodes.current[0])
  }, [words])

  // Thousands of words, of which one or two change at a time: React is not asked.
  useEffect(() => {
    const box = boxRef.current
    if (!box) return
    const mark = () => {
      const at = position()
      const word = nodes.current[at > 0 ? wordAt(words, at) : -1]
      if (word === current.current) return
      current.current?.removeAttribute('data-current')
      word?.setAttribute('data-current', '')
      current.current = word
      if (!word || box.contains(rootOf(box).activeElement)) return
      moveStop(stop, word)
      if (performance.now() - touchedAt.current > HANDS_OFF) keepInView(box, word)
    }
    mark()
    if (!isPlaying) return
    let frame = requestAnimationFrame(function next() {
      mark()
      frame = requestAnimationFrame(next)
    })
    return () => cancelAnimationFrame(frame)
  }, [words, isPlaying, position, seconds])

  if (words.length === 0) return null

  const seekTo = (word: EventTarget | null | undefined) => {
    const at = nodes.current.findIndex((node) => node === word)
    const start = words[at]?.start
    if (start === undefined) return
    moveStop(stop, nodes.current[at])
    onSeek(start)
  }
  const onClick = ({ target, currentTarget }: MouseEvent) => {
    // Text that was selected is to be copied, perhaps.
    if (selectedText(currentTarget) === '' && nodes.current.some((node) => node === target)) seekTo(target)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const at = nodes.current.findIndex((node) => node === event.target)
    if (at < 0) return
    if (event.key === 'Enter' || event.key === ' ') seekTo(event.target)
    else {
      const isRtl = getComputedStyle(event.currentTarget.firstElementChild ?? event.currentTarget).direction === 'rtl'
      const to = wordByKey(event.key, at, nodes.current, isRtl)
      if (to === undefined) return
      moveStop(stop, nodes.current[to])
      nodes.current[to]?.focus()
    }
    event.preventDefault()
  }
  const onTouch = () => {
    touchedAt.current = performance.now()
  }

  return (
    // The words in it are the controls.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={boxRef}
      className="audiopod-player-captions"
      role="group"
      aria-label={t('player.captions')}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onPointerDown={onTouch}
      onWheel={onTouch}
    >
      <p className="audiopod-player-words" dir="auto">
        {shown.before}
        {Array.from({ length: Math.ceil(words.length / CHUNK) }, (_, i) => (
          <Words key={i} words={words} from={i * CHUNK} />
        ))}
      </p>
    </div>
  )
}

const CHUNK = 60

/** A stretch of words: between two of them React can let the person go first. */
const Words = memo(function Words({ words, from }: { words: readonly CaptionWord[]; from: number }) {
  return (
    <>
      {words.slice(from, from + CHUNK).map(({ text, after }, i) => [
        <span key={i} data-word="">
          {text}
        </span>,
        after,
      ])}
    </>
  )
})

/** Only where it can be reached a word is a button: to a screen reader the others are what they are, words. */
function moveStop(stop: { current: HTMLElement | undefined }, to: HTMLElement | undefined): void {
  if (!to || stop.current === to) return
  stop.current?.removeAttribute('tabindex')
  stop.current?.removeAttribute('role')
  to.setAttribute('tabindex', '0')
  to.setAttribute('role', 'button')
  stop.current = to
}

/** Scrolls the box and nothing around it. */
function keepInView(box: HTMLElement, word: HTMLElement): void {
  const line = word.offsetHeight
  const isInView = word.offsetTop >= box.scrollTop + line / 2 && word.offsetTop + line * 1.5 <= box.scrollTop + box.clientHeight
  if (!isInView) box.scrollTop = word.offsetTop - (box.clientHeight - line) / 2
}
