import type { Meta, StoryObj } from '@storybook/react-vite'
import { http, HttpResponse } from 'msw'
import { useState } from 'react'
import { expect, fireEvent, fn, userEvent, waitFor, within } from 'storybook/test'
import { AudioPlayer, type AudioPlayerProps } from '../src/components/AudioPlayer/AudioPlayer.js'
import { AudioPlayerView } from '../src/components/AudioPlayer/AudioPlayerView.js'
import { spreadWords } from '../src/testing.js'
import { toneUrl } from './support/tone.js'

const title = 'The tide had gone out further than anyone could remember'
const src = toneUrl(21, spreadWords(`${title}. Boats lay on their sides in the mud, and between them walked the children.`, 21))

const meta = {
  title: 'Widgets/AudioPlayer',
  component: AudioPlayer,
  args: { src, title },
  parameters: { width: 640 },
} satisfies Meta<typeof AudioPlayer>
export default meta

type Story = StoryObj<typeof meta>

const still = {
  title,
  seconds: 7,
  length: 21,
  speed: 1,
  onToggle: fn(),
  onSeek: fn(),
  onCycleSpeed: fn(),
  onSave: fn(),
  volume: { volume: 0.7, canSet: true, set: fn(), toggleMute: fn() },
} as const

export const Ready: Story = {
  async play({ canvas }) {
    const slider = await canvas.findByRole('slider', { name: 'Position' })
    await waitFor(() => expect(slider).toBeEnabled())
    await expect(canvas.getByRole('button', { name: 'Play' })).toBeEnabled()
    await expect(slider).toHaveAttribute('aria-valuetext', '0 seconds of 21 seconds')
    await expect(canvas.getByText('/ 0:21', { exact: false })).toBeVisible()
  },
}

export const PlaysAndPauses: Story = {
  args: { src: toneUrl(4) },
  async play({ canvas, canvasElement }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Play' }))
    await canvas.findByRole('button', { name: 'Pause' })
    const audio = canvasElement.querySelector('audio')
    await waitFor(() => expect(audio?.currentTime).toBeGreaterThan(0.2))
    const slider = canvas.getByRole('slider', { name: 'Position' })
    slider.focus()
    await userEvent.keyboard(' ')
    await canvas.findByRole('button', { name: 'Play' })
    await expect(audio?.paused).toBe(true)
  },
}

export const SeeksByKey: Story = {
  async play({ canvas }) {
    const slider = canvas.getByRole('slider', { name: 'Position' })
    await waitFor(() => expect(slider).toBeEnabled())
    slider.focus()
    const at = (words: string) => waitFor(() => expect(slider).toHaveAttribute('aria-valuetext', `${words} of 21 seconds`))
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    await at('10 seconds')
    await userEvent.keyboard('{ArrowLeft}')
    await at('5 seconds')
    await userEvent.keyboard('{PageUp}')
    await at('21 seconds')
    await userEvent.keyboard('{Home}')
    await at('0 seconds')
  },
}

/** In a right-to-left page the slider stays as it is: time runs as on a tape, and Right is forward. */
export const RightToLeft: Story = {
  ...SeeksByKey,
  globals: { direction: 'rtl' },
}

export const ChangesSpeed: Story = {
  async play({ canvas, canvasElement }) {
    const button = canvas.getByRole('button', { name: 'Playback speed, 1x' })
    await userEvent.click(button)
    await expect(button).toHaveTextContent('1.25x')
    await expect(canvasElement.querySelector('audio')?.playbackRate).toBe(1.25)
  },
}

export const ChangesVolume: Story = {
  async play({ canvas, canvasElement }) {
    const audio = canvasElement.querySelector('audio')
    // In a narrow column there is room for the button alone.
    const volume = canvas.queryByRole('slider', { name: 'Volume' })
    if (volume) {
      await expect(volume).toHaveAttribute('aria-valuetext', '100%')
      await fireEvent.change(volume, { target: { value: '0.9' } })
      await waitFor(() => expect(volume).toHaveAttribute('aria-valuetext', '90%'))
      await expect(audio?.volume).toBeCloseTo(0.9)
    }
    await userEvent.click(canvas.getByRole('button', { name: 'Mute' }))
    await expect(audio?.muted).toBe(true)
    await userEvent.click(await canvas.findByRole('button', { name: 'Unmute' }))
    await expect(audio?.muted).toBe(false)
    await expect(audio?.volume).toBeCloseTo(volume ? 0.9 : 1)
  },
}

const spoken = spreadWords('The tide had gone out further than anyone could remember. Boats lay on their sides in the mud.', 9)

/** Drawn from the clip itself, once it is in view. To assistive technology there is the slider alone. */
export const Waveform: Story = {
  args: { src: toneUrl(9, spoken) },
  async play({ canvas, canvasElement }) {
    await waitFor(() => expect(canvasElement.querySelector('.audiopod-wave path')).toBeInTheDocument())
    const wave = canvasElement.querySelector('.audiopod-wave')
    await expect(wave).toHaveAttribute('aria-hidden', 'true')
    // As many bars as fit, 3 px wide and 2 apart.
    const bars = wave?.querySelector('path')?.getAttribute('d')?.match(/M/g)?.length ?? 0
    await expect(Math.abs(bars * 5 - (wave?.clientWidth ?? 0))).toBeLessThan(5)
    const slider = canvas.getByRole('slider', { name: 'Position' })
    const { left, width, top, height } = slider.getBoundingClientRect()
    await expect(document.elementFromPoint(left + width / 2, top + height / 2)).toBe(slider)
  },
}

export const WaveformPlayed: Story = {
  args: Waveform.args!,
  async play(context) {
    await Waveform.play?.(context)
    context.canvas.getByRole('slider', { name: 'Position' }).focus()
    await userEvent.keyboard('{ArrowRight}')
  },
}
export const WaveformDark: Story = { ...WaveformPlayed, globals: { theme: 'dark' } }
export const WaveformNarrow: Story = { ...WaveformPlayed, parameters: { width: 240 } }
export const WaveformRightToLeft: Story = { ...WaveformPlayed, globals: { direction: 'rtl' } }

/** What the page's own origin serves, and how often it was read by anyone but the `<audio>` element, which does so by `no-cors`. */
function serveClip(wav: string) {
  const bytes = Uint8Array.from(atob(wav.slice(wav.indexOf(',') + 1)), (letter) => letter.charCodeAt(0))
  const read = { times: 0 }
  const handler = http.get('*/api/files/clip.wav', ({ request }) => {
    if (request.mode === 'cors') read.times++
    return new HttpResponse(bytes, { headers: { 'Content-Type': 'audio/wav', 'Content-Length': String(bytes.length) } })
  })
  return { handler, read }
}
const clip = serveClip(toneUrl(9, spoken))
const long = serveClip(toneUrl(620))

/** The clip is read for it once, in StrictMode too, and not again as it plays or grows. */
export const WaveformReadsOnce: Story = {
  args: { src: '/api/files/clip.wav' },
  beforeEach({ msw }) {
    clip.read.times = 0
    msw.use(clip.handler)
  },
  async play({ canvas, canvasElement }) {
    await waitFor(() => expect(canvasElement.querySelector('.audiopod-wave path')).toBeInTheDocument())
    await userEvent.click(canvas.getByRole('button', { name: 'Play' }))
    await waitFor(() => expect(canvasElement.querySelector('audio')?.currentTime).toBeGreaterThan(0.2))
    await userEvent.click(canvas.getByRole('button', { name: 'Pause' }))
    await expect(clip.read.times).toBe(1)
  },
}

/** More than ten minutes: nothing is read, and the plain slider stays. */
export const WaveformTooLong: Story = {
  args: { src: '/api/files/clip.wav' },
  beforeEach({ msw }) {
    long.read.times = 0
    msw.use(long.handler)
  },
  async play({ canvas, canvasElement }) {
    await waitFor(() => expect(canvas.getByRole('slider', { name: 'Position' })).toBeEnabled())
    await expect(canvasElement.querySelector('.audiopod-wave')).toBeNull()
    await expect(long.read.times).toBe(0)
  },
}

/** The element may have what it needs, and reading fails: no picture, no word of it, and the audio plays. */
export const WaveformRefused: Story = {
  args: { src: '/api/files/clip.wav' },
  beforeEach({ msw }) {
    const bytes = serveClip(toneUrl(4)).handler
    let refused = false
    msw.use(
      http.get('*/api/files/clip.wav', ({ request }) => {
        if (request.mode !== 'cors') return undefined
        refused = true
        return new HttpResponse(null, { status: 429 })
      }),
      bytes,
    )
    wasRefused = () => refused
  },
  async play({ canvas, canvasElement }) {
    await waitFor(() => expect(wasRefused()).toBe(true))
    await expect(canvasElement.querySelector('.audiopod-wave path')).toBeNull()
    await expect(canvas.queryByRole('status')).toBeNull()
    await userEvent.click(canvas.getByRole('button', { name: 'Play' }))
    await userEvent.click(await canvas.findByRole('button', { name: 'Pause' }))
  },
}
let wasRefused = () => false

export const Empty: Story = {
  args: { src: undefined, title: undefined },
  async play({ canvas }) {
    await expect(canvas.getByText('No audio yet')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Play' })).toHaveAttribute('aria-disabled', 'true')
  },
}

export const Loading: Story = {
  render: () => <AudioPlayerView {...still} phase="loading" seconds={0} length={undefined} />,
}

export const Buffering: Story = { render: () => <AudioPlayerView {...still} phase="buffering" /> }

export const Playing: Story = { render: () => <AudioPlayerView {...still} phase="playing" speed={1.5} /> }

export const Ended: Story = { render: () => <AudioPlayerView {...still} phase="ended" seconds={21} /> }

export const AnHourLong: Story = {
  render: () => <AudioPlayerView {...still} phase="playing" seconds={3725} length={7322} />,
}

/** The first link is refused; the player asks for another by itself, once, and goes on with it. */
function Renewing(props: AudioPlayerProps) {
  const [link, setLink] = useState('/api/files/speech.mp3?signature=old')
  return (
    <AudioPlayer
      {...props}
      src={link}
      onExpired={async () => {
        await props.onExpired?.()
        setLink(src)
      }}
    />
  )
}

export const RenewsAnExpiredLink: Story = {
  args: { onExpired: fn() },
  render: (args) => <Renewing {...args} />,
  beforeEach({ msw }) {
    msw.use(http.get('*/api/files/speech.mp3', () => new HttpResponse('expired', { status: 403 })))
  },
  async play({ canvas, args }) {
    await waitFor(() => expect(canvas.getByRole('slider', { name: 'Position' })).toBeEnabled())
    await expect(canvas.queryByText('This audio link has expired.')).toBeNull()
    await expect(args.onExpired).toHaveBeenCalledTimes(1)
  },
}

/** A route of the app's fails: AudioPod's own link is played in its place, and nobody is asked for another. */
export const FallsBack: Story = {
  args: { src: '/api/files/speech.mp3', fallbackSrc: src, onExpired: fn() },
  beforeEach: RenewsAnExpiredLink.beforeEach!,
  async play({ canvas, canvasElement, args }) {
    await waitFor(() => expect(canvas.getByRole('slider', { name: 'Position' })).toBeEnabled())
    await expect(canvasElement.querySelector('audio')).toHaveAttribute('src', src)
    await expect(args.onExpired).not.toHaveBeenCalled()
  },
}

/** Neither the route nor the link is any good: the player asks for a fresh link once, then the person decides. */
export const FallsBackInVain: Story = {
  args: { src: '/api/files/speech.mp3', fallbackSrc: '/api/files/speech.mp3?signature=old', durationSeconds: 21, onExpired: fn() },
  beforeEach: RenewsAnExpiredLink.beforeEach!,
  async play({ canvas, args }) {
    await expect(await canvas.findByText('This audio link has expired.')).toBeVisible()
    await expect(args.onExpired).toHaveBeenCalledTimes(1)
  },
}

/** The fresh link is refused too: now the person decides. */
export const Expired: Story = {
  args: { src: '/api/files/speech.mp3?signature=old', durationSeconds: 21, onExpired: fn() },
  beforeEach: RenewsAnExpiredLink.beforeEach!,
  async play({ canvas, args }) {
    await expect(await canvas.findByText('This audio link has expired.')).toBeVisible()
    await expect(args.onExpired).toHaveBeenCalledTimes(1)
    await userEvent.click(canvas.getByRole('button', { name: 'Get a new link' }))
    await expect(args.onExpired).toHaveBeenCalledTimes(2)
    await canvas.findByRole('button', { name: 'Get a new link' })
  },
}

/** The link answers, and what it answers is no audio: that is no expiry. */
export const Unplayable: Story = {
  args: { src: '/api/files/speech.mp3', onExpired: fn() },
  beforeEach({ msw }) {
    msw.use(http.get('*/api/files/speech.mp3', () => new HttpResponse('this is no audio')))
  },
  async play({ canvas, args }) {
    await expect(await canvas.findByText('This browser cannot play the audio. You can download it.')).toBeVisible()
    await expect(args.onExpired).not.toHaveBeenCalled()
  },
}

export const OneSoundAtATime: Story = {
  render: () => (
    <div style={{ display: 'grid', gap: 16 }}>
      <AudioPlayer src={src} title="First" />
      <AudioPlayer src={src} title="Second" />
    </div>
  ),
  async play({ canvas }) {
    const first = within(canvas.getByRole('group', { name: 'Audio player: First' }))
    const second = within(canvas.getByRole('group', { name: 'Audio player: Second' }))
    await userEvent.click(first.getByRole('button', { name: 'Play' }))
    await first.findByRole('button', { name: 'Pause' })
    await userEvent.click(second.getByRole('button', { name: 'Play' }))
    await second.findByRole('button', { name: 'Pause' })
    await expect(await first.findByRole('button', { name: 'Play' })).toBeVisible()
    await userEvent.click(second.getByRole('button', { name: 'Pause' }))
  },
}

export const Narrow: Story = { parameters: { width: 240 } }

export const Wide: Story = { parameters: { width: 1024 } }

export const Dark: Story = { globals: { theme: 'dark' }, render: () => <AudioPlayerView {...still} phase="playing" /> }
