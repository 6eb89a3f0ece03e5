import type { Meta, StoryObj } from '@storybook/react-vite'
import { http, HttpResponse } from 'msw'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { AudioPlayer } from '../src/components/AudioPlayer/AudioPlayer.js'
import { spreadWords } from '../src/testing.js'
import { toneUrl } from './support/tone.js'

const text =
  'The tide had gone out further than anyone could remember. Boats lay on their sides in the mud, and between them walked ' +
  'the children, barefoot, with buckets.\n\n“It will be back by noon,” said the harbour master, who had said so every hour ' +
  'since dawn; nobody believed him any more, and nobody had thought of anything better to say. So they waited, and looked, and ' +
  'counted the posts that nobody had ever seen dry.'
const tokens = spreadWords(text, 30)
const timestamps = { type: 'word', tokens } as const

const meta = {
  title: 'Widgets/AudioPlayer/Words',
  component: AudioPlayer,
  args: { src: toneUrl(30, tokens), title: 'The tide', timestamps, text },
  parameters: { width: 640 },
} satisfies Meta<typeof AudioPlayer>
export default meta

type Story = StoryObj<typeof meta>

const marked = (root: HTMLElement) => root.querySelector('[data-current]')

/** Its marks stand with a word. */
const bare = (word: string) => word.replace(/[^\p{L}\p{N}]/gu, '')

function wordOf(root: HTMLElement, word: string): HTMLElement {
  const found = [...root.querySelectorAll<HTMLElement>('[data-word]')].find(({ textContent }) => bare(textContent) === word)
  if (!found) throw new Error(`no word ${word}`)
  return found
}

/** The text reads as it was written, and nothing of it is announced. */
export const FollowsTheSound: Story = {
  async play({ canvas, canvasElement }) {
    const box = await canvas.findByRole('group', { name: 'What is spoken' })
    await expect(box.textContent).toBe(text)
    await expect(box.closest('[aria-live], [role=status], [role=alert]')).toBeNull()
    await expect(marked(box)).toBeNull()
    const slider = canvas.getByRole('slider', { name: 'Position' })
    await waitFor(() => expect(slider).toBeEnabled())
    await userEvent.click(canvas.getByRole('button', { name: 'Play' }))
    await waitFor(() => expect(marked(box)).toHaveTextContent('tide'))
    await waitFor(() => expect(marked(box)).toHaveTextContent('gone'))
    slider.focus()
    await userEvent.keyboard(' {End}{ArrowLeft}')
    // The text scrolls in its box, and the page stays.
    await waitFor(() => expect(box.scrollTop).toBeGreaterThan(0))
    await waitFor(() => expect(marked(box)).toBeInTheDocument())
    const { bottom } = box.getBoundingClientRect()
    await waitFor(() => expect(marked(box)?.getBoundingClientRect().bottom ?? Infinity).toBeLessThanOrEqual(bottom))
    await expect(canvasElement.ownerDocument.scrollingElement?.scrollTop).toBe(0)
  },
}

export const SeeksFromAWord: Story = {
  async play({ canvas, canvasElement }) {
    const box = await canvas.findByRole('group', { name: 'What is spoken' })
    await waitFor(() => expect(canvas.getByRole('slider', { name: 'Position' })).toBeEnabled())
    const audio = canvasElement.querySelector('audio')
    const startOf = (word: string) => tokens.find((token) => bare(token.text) === word)?.start ?? -1
    await userEvent.click(wordOf(box, 'children'))
    await waitFor(() => expect(audio?.currentTime).toBeCloseTo(startOf('children'), 1))
    await waitFor(() => expect(marked(box)).toHaveTextContent('children'))

    // One stop for Tab among all words: the one that is being spoken.
    const button = within(box).getByRole('button')
    await expect(button).toHaveTextContent('children')
    canvas.getByRole('button', { name: 'Download' }).focus()
    await userEvent.tab()
    await expect(button).toHaveFocus()
    await userEvent.keyboard('{ArrowRight}')
    await expect(within(box).getAllByRole('button')).toHaveLength(1)
    await expect(within(box).getByRole('button')).toHaveTextContent('barefoot')
    await expect(audio?.currentTime).toBeCloseTo(startOf('children'), 1)
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(audio?.currentTime).toBeCloseTo(startOf('barefoot'), 1))
    const above = box.ownerDocument.activeElement?.getBoundingClientRect().top ?? 0
    await userEvent.keyboard('{ArrowDown}')
    await expect(box.ownerDocument.activeElement?.getBoundingClientRect().top).not.toBe(above)
    await userEvent.keyboard('{End} ')
    await waitFor(() => expect(audio?.currentTime).toBeCloseTo(startOf('dry'), 1))
    await userEvent.tab({ shift: true })
    await expect(canvas.getByRole('button', { name: 'Download' })).toHaveFocus()
  },
}

/** Text that is selected is to be copied: a press that ends a selection does not seek. */
export const CanBeSelected: Story = {
  async play({ canvas, canvasElement }) {
    const box = await canvas.findByRole('group', { name: 'What is spoken' })
    await waitFor(() => expect(canvas.getByRole('slider', { name: 'Position' })).toBeEnabled())
    getSelection()?.selectAllChildren(box)
    await expect(getSelection()?.toString()).toContain('“It will be back by noon,” said the harbour master')
    wordOf(box, 'dry').click()
    await expect(canvasElement.querySelector('audio')?.currentTime).toBe(0)
    getSelection()?.removeAllRanges()
  },
}

/** From `timestampsUrl` of a job. Asked for once, in StrictMode too. */
export const FromALink: Story = {
  args: { timestamps: '/api/files/speech.json?signature=1', text: undefined },
  beforeEach({ msw }) {
    asked = 0
    msw.use(
      http.get('*/api/files/speech.json', () => {
        asked++
        return HttpResponse.json(timestamps)
      }),
    )
  },
  async play({ canvas }) {
    const box = await canvas.findByRole('group', { name: 'What is spoken' })
    await expect(box).toHaveTextContent(/^The tide had gone out further/)
    await expect(asked).toBe(1)
  },
}
let asked = 0

/** The audio plays without them. */
export const LinkRefused: Story = {
  args: { timestamps: '/api/files/speech.json?signature=1' },
  beforeEach({ msw }) {
    asked = 0
    msw.use(
      http.get('*/api/files/speech.json', () => {
        asked++
        return new HttpResponse('expired', { status: 403 })
      }),
    )
  },
  async play({ canvas }) {
    await waitFor(() => expect(asked).toBe(1))
    await waitFor(() => expect(canvas.getByRole('slider', { name: 'Position' })).toBeEnabled())
    await expect(canvas.queryByRole('group', { name: 'What is spoken' })).toBeNull()
  },
}

const longText = Array.from({ length: 55 }, (_, i) => `${i + 1}. ${text.replace(/\n+/g, ' ')}`).join('\n').slice(0, 20_000)
const longTokens = spreadWords(longText, 590)

/** As long as AudioPod speaks: the words come late and at once, and marking one touches no other. */
export const LongText: Story = {
  args: { src: toneUrl(60), timestamps: { type: 'word', tokens: longTokens }, text: longText },
  async play({ canvas, canvasElement }) {
    const box = await canvas.findByRole('group', { name: 'What is spoken' }, { timeout: 5000 })
    await expect(box.querySelectorAll('[data-word]').length).toBe(longTokens.length)
    await waitFor(() => expect(canvas.getByRole('slider', { name: 'Position' })).toBeEnabled())
    let changes = 0
    const observer = new MutationObserver((records) => (changes += records.length))
    observer.observe(box, { subtree: true, childList: true, attributes: true })
    const audio = canvasElement.querySelector('audio')
    if (audio) audio.currentTime = 50
    await waitFor(() => expect(marked(box)).toBeInTheDocument())
    observer.disconnect()
    // A mark, a stop for Tab with its role, and those that were there before.
    await expect(changes).toBeLessThan(10)
  },
}

const arabic = 'انحسر الجزر إلى أبعد مما يتذكره أي أحد. كانت القوارب مائلة في الطين، وبينها يمشي الأطفال حفاة.'
const arabicTokens = spreadWords(arabic, 12)

/** The text runs as it is written; the waveform runs as a tape does. */
export const RightToLeft: Story = {
  args: {
    src: toneUrl(12, arabicTokens),
    title: 'الجزر',
    text: arabic,
    timestamps: { type: 'word', tokens: arabicTokens },
  },
  globals: { direction: 'rtl', locale: 'ar' },
  async play({ canvasElement }) {
    await waitFor(() => expect(canvasElement.querySelector('[data-word]')).toBeInTheDocument())
    const first = canvasElement.querySelector<HTMLElement>('[tabindex="0"][data-word]')
    first?.focus()
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
    await expect(canvasElement.ownerDocument.activeElement).toHaveTextContent(arabicTokens[2]?.text ?? '?')
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(marked(canvasElement)).toHaveTextContent(arabicTokens[2]?.text ?? '?'))
  },
}

const japanese = '潮は誰も覚えていないほど遠くまで引いていた。船は泥の中に横たわっていた。'
const japaneseTokens = spreadWords(japanese, 8)

/** Without a text, tokens of a script without spaces are set without them. */
export const Japanese: Story = {
  args: {
    src: toneUrl(8, japaneseTokens),
    title: '潮',
    text: undefined,
    timestamps: { type: 'word', tokens: japaneseTokens },
  },
  async play({ canvas }) {
    const box = await canvas.findByRole('group', { name: 'What is spoken' })
    await expect(box).toHaveTextContent(japanese)
  },
}

/** Said in the middle, for the eye. */
export const Speaking: Story = {
  async play({ canvas }) {
    const box = await canvas.findByRole('group', { name: 'What is spoken' })
    await waitFor(() => expect(canvas.getByRole('slider', { name: 'Position' })).toBeEnabled())
    await userEvent.click(wordOf(box, 'children'))
    await waitFor(() => expect(marked(box)).toHaveTextContent('children'))
  },
}

export const Narrow: Story = { ...Speaking, parameters: { width: 240 } }

export const Dark: Story = { ...Speaking, globals: { theme: 'dark' } }
