import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { SpeechGenerator, SpeechHistory } from '../src/index.js'

const minutes = (count: number) => new Date(Date.now() - count * 60_000).toISOString()

/** What an earlier page left: ids and times, and no text. */
function keep(...jobs: { status: string; id?: string; isStopped?: boolean; minutes?: number }[]) {
  const kept = jobs.map(({ status, id, isStopped = false, minutes: ago }, i) => ({
    key: `key-${i}`,
    id,
    startedAt: minutes(ago ?? 3 + i * 7),
    status,
    isStopped,
  }))
  sessionStorage.setItem('audiopod-react:jobs:/api/audiopod', JSON.stringify({ v: 1, user: 'ada', jobs: kept }))
}

const several = () =>
  keep(
    { status: 'completed', id: '1' },
    { status: 'failed', id: '2' },
    { status: 'processing', id: '3', isStopped: true },
    { status: 'pending' },
    { status: 'cancelled', id: '5', minutes: 60 * 24 * 30 },
  )

const meta = {
  title: 'Widgets/SpeechHistory',
  component: SpeechHistory,
  parameters: { width: 480, provider: { userId: 'ada', maxRetries: 0 }, simulator: { jobSeconds: 0 } },
} satisfies Meta<typeof SpeechHistory>
export default meta

type Story = StoryObj<typeof meta>

export const Empty: Story = {
  async play({ canvas }) {
    await expect(await canvas.findByText('No speech yet.')).toBeVisible()
  },
}

export const FromPressToPlay: Story = {
  render: (args) => (
    <div style={{ display: 'grid', gap: 16 }}>
      <SpeechGenerator defaultText="The tide had gone out." defaultVoiceId="aura" />
      <SpeechHistory {...args} />
    </div>
  ),
  async play({ canvas, canvasElement }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Generate speech' }))
    const play = await canvas.findByRole('button', { name: /^Play: Aura, / }, { timeout: 15_000 })
    play.focus()
    await userEvent.keyboard('{Enter}')
    const [row] = canvas.getAllByRole('listitem')
    if (!row) throw new Error('There is no row.')
    const player = within(await within(row).findByRole('group', { name: /^Audio player/ }, { timeout: 10_000 }))
    await waitFor(() => expect(player.getByRole('slider')).toBeEnabled(), { timeout: 5000 })
    await userEvent.click(player.getByRole('button', { name: 'Play' }))
    const sounds = () => [...canvasElement.querySelectorAll('audio[src]')].filter((audio) => !('paused' in audio && audio.paused))
    await waitFor(() => expect(sounds()).toHaveLength(1))
    await userEvent.click(canvas.getByRole('button', { name: /^Remove: Aura, / }))
    await expect(await canvas.findByText('No speech yet.')).toBeVisible()
  },
}

export const EveryState: Story = {
  beforeEach: several,
  async play({ canvas }) {
    await waitFor(() => expect(canvas.getAllByRole('listitem')).toHaveLength(5))
    await expect(canvas.getByText('Not followed')).toBeVisible()
    await expect(canvas.getByText('May have started')).toBeVisible()
    await expect(canvas.getByText('Credits held for it are given back.')).toBeVisible()
    await userEvent.click(canvas.getAllByRole('button', { name: /^Remove: / })[1] ?? document.body)
    await waitFor(() => expect(canvas.getAllByRole('listitem')).toHaveLength(4))
    await waitFor(() => expect(canvas.getAllByRole('listitem')[1]).toHaveFocus())
    await expect(sessionStorage.getItem('audiopod-react:jobs:/api/audiopod')).not.toContain('key-1')
  },
}

export const CannotBeFollowedAgain: Story = {
  beforeEach: () => keep({ status: 'processing', id: '4711', isStopped: true }),
  async play({ canvas }) {
    // The account of this story knows no such job.
    await userEvent.click(await canvas.findByRole('button', { name: /^Follow again: Speech, / }))
    await expect(await canvas.findByText('Its state could not be fetched. Try again.')).toBeVisible()
  },
}

export const AFullList: Story = {
  beforeEach: () => keep(...Array.from({ length: 50 }, (_, i) => ({ status: 'completed', id: `${i}` }))),
  async play({ canvas }) {
    await waitFor(() => expect(canvas.getAllByRole('listitem')).toHaveLength(20))
    await userEvent.click(canvas.getByRole('button', { name: 'Show 20 more' }))
    await expect(canvas.getAllByRole('listitem')).toHaveLength(40)
    await userEvent.click(canvas.getByRole('button', { name: 'Show 10 more' }))
    await waitFor(() => expect(canvas.getAllByRole('listitem')[40]).toHaveFocus())
  },
}

const still = { beforeEach: several } satisfies Story
export const Narrow: Story = { ...still, parameters: { width: 240 } }
export const Dark: Story = { ...still, globals: { theme: 'dark' } }
export const RightToLeft: Story = { ...still, parameters: { locale: 'ar-EG', width: 320 } }
