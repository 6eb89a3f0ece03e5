import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import {
  AbortedError,
  InsufficientCreditsError,
  JobFailedError,
  NetworkError,
  PermissionError,
  RateLimitError,
  ServerError,
  TimeoutError,
  UnknownOutcomeError,
} from '../src/index.js'
import { SpeechGenerator } from '../src/components/SpeechGenerator/SpeechGenerator.js'
import {
  SpeechGeneratorView,
  type SpeechGeneratorViewProps,
} from '../src/components/SpeechGenerator/SpeechGeneratorView.js'
import type { SpeechShown } from '../src/components/SpeechGenerator/types.js'
import { scenarios } from '../src/testing.js'

const text = 'The tide had gone out further than anyone could remember, and the harbour lay bare under a thin, white sun.'

const meta = {
  title: 'Widgets/SpeechGenerator',
  component: SpeechGenerator,
  args: { defaultText: text, onGenerated: fn(), onAddFunds: fn() },
  parameters: { width: 640, simulator: { jobSeconds: 1 } },
} satisfies Meta<typeof SpeechGenerator>
export default meta

type Story = StoryObj<typeof meta>

const speechRequests = (simulator: { state: { requests: readonly { operation?: string | undefined }[] } }) =>
  simulator.state.requests.filter(({ operation }) => operation === 'speech.create').length

const generate = (canvas: ReturnType<typeof within>) => canvas.getByRole('button', { name: 'Generate speech' })

/** Found, and seen once it has come in. */
async function shown(element: Promise<HTMLElement>) {
  const found = await element
  await waitFor(() => expect(found).toBeVisible())
}

/* On a simulated account */

export const Empty: Story = {
  args: { defaultText: '' },
  async play({ canvas, simulator }) {
    await waitFor(() => expect(canvas.getByRole('combobox', { name: 'Voice' })).toHaveValue('Aura'))
    await userEvent.click(generate(canvas))
    await shown(canvas.findByText('Type some text first.'))
    await expect(canvas.getByRole('textbox', { name: 'Text' })).toHaveFocus()
    await expect(speechRequests(simulator)).toBe(0)
  },
}

export const Typing: Story = {
  args: { defaultText: '' },
  async play({ canvas }) {
    const box = canvas.getByRole('textbox', { name: 'Text' })
    await userEvent.type(box, 'Hello 🎧')
    await expect(canvas.getByText('7 / 20,000 characters')).toBeVisible()
    await expect(canvas.getByText('About 4 credits')).toBeVisible()
  },
}

export const FromTextToSound: Story = {
  args: { defaultText: '' },
  async play({ canvas, canvasElement, args, simulator }) {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Text' }), 'The tide had gone out.')
    await waitFor(() => expect(canvas.getByRole('combobox', { name: 'Voice' })).toHaveValue('Aura'))
    await userEvent.click(generate(canvas))
    await shown(canvas.findByText(/^(Starting|Queued|Generating speech)$/))
    const player = within(await canvas.findByRole('group', { name: 'Audio player: The tide had gone out.' }, { timeout: 10_000 }))
    await waitFor(() => expect(player.getByRole('slider')).toBeEnabled(), { timeout: 5000 })
    await userEvent.click(player.getByRole('button', { name: 'Play' }))
    await waitFor(() => expect(canvasElement.querySelector('audio[src]')).toHaveProperty('paused', false))
    await userEvent.click(player.getByRole('button', { name: /^(Play|Pause)$/ }))
    await expect(args.onGenerated).toHaveBeenCalledTimes(1)
    await expect(speechRequests(simulator)).toBe(1)
  },
}

export const APressTwiceIsOneRequest: Story = {
  async play({ canvas, simulator }) {
    await waitFor(() => expect(canvas.getByRole('combobox', { name: 'Voice' })).toHaveValue('Aura'))
    await userEvent.dblClick(generate(canvas))
    await userEvent.click(canvas.getByRole('textbox', { name: 'Text' }))
    await userEvent.keyboard('{Control>}{Enter}{Enter}{/Control}')
    await canvas.findByRole('group', { name: /^Audio player/ }, { timeout: 10_000 })
    await expect(speechRequests(simulator)).toBe(1)
  },
}

export const ByKeyboardAlone: Story = {
  async play({ canvas, canvasElement, simulator }) {
    const voice = () => canvas.getByRole('combobox', { name: 'Voice' })
    await waitFor(() => expect(voice()).toHaveValue('Aura'))
    voice().focus()
    await userEvent.keyboard('sag')
    await waitFor(() => expect(voice()).toHaveAttribute('aria-expanded', 'true'))
    await waitFor(() => expect(voice()).toHaveValue('sag'))
    await shown(canvas.findByRole('option', { name: /Sage/ }))
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(voice()).toHaveValue('Sage'))
    await expect(voice()).toHaveFocus()
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await canvas.findByRole('group', { name: /^Audio player/ }, { timeout: 10_000 })
    await expect(speechRequests(simulator)).toBe(1)
    await expect(canvasElement.querySelectorAll('[role="option"][id]')).toHaveLength(0)
  },
}

export const VoicesOpen: Story = {
  async play({ canvas }) {
    const voice = () => canvas.getByRole('combobox', { name: 'Voice' })
    await waitFor(() => expect(voice()).toHaveValue('Aura'))
    await userEvent.click(voice())
    await shown(canvas.findByRole('option', { name: /Aura/ }))
    await shown(canvas.findByRole('group', { name: 'Your voices' }))
    await shown(canvas.findByRole('button', { name: 'Preview Aura' }))
  },
}

export const VoicePreview: Story = {
  ...VoicesOpen,
  async play(context) {
    await VoicesOpen.play?.(context)
    const { canvas } = context
    await userEvent.click(canvas.getByRole('button', { name: 'Preview Aura' }))
    const stop = await canvas.findByRole('button', { name: 'Stop Aura' })
    await userEvent.click(stop)
    await shown(canvas.findByRole('button', { name: 'Preview Aura' }))
  },
}

export const NoVoiceMatches: Story = {
  async play({ canvas }) {
    const voice = () => canvas.getByRole('combobox', { name: 'Voice' })
    await waitFor(() => expect(voice()).toHaveValue('Aura'))
    await userEvent.type(voice(), 'xyzzy', { initialSelectionStart: 0, initialSelectionEnd: 99 })
    await shown(canvas.findByText('No voice matches “xyzzy”.'))
  },
}

export const EscapeGivesTheVoiceBack: Story = {
  ...NoVoiceMatches,
  async play(context) {
    await NoVoiceMatches.play?.(context)
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(context.canvas.getByRole('combobox', { name: 'Voice' })).toHaveValue('Aura'))
  },
}

export const TwoHundredVoices: Story = {
  parameters: { simulator: scenarios.manyVoices(200) },
  async play({ canvas }) {
    const voice = () => canvas.getByRole('combobox', { name: 'Voice' })
    await waitFor(() => expect(voice()).not.toHaveValue(''))
    await userEvent.click(voice())
    await waitFor(() => expect(canvas.getAllByRole('option').length).toBeGreaterThanOrEqual(50))
    await userEvent.click(canvas.getByRole('button', { name: 'Load more voices' }))
    await waitFor(() => expect(canvas.getAllByRole('option').length).toBeGreaterThanOrEqual(100))
  },
}

export const TwoHundredVoicesToTheLast: Story = {
  ...TwoHundredVoices,
  async play({ canvas }) {
    const voice = () => canvas.getByRole('combobox', { name: 'Voice' })
    await waitFor(() => expect(voice()).not.toHaveValue(''))
    await userEvent.click(voice())
    const more = await canvas.findByRole('button', { name: 'Load more voices' })
    await userEvent.tab()
    await userEvent.tab()
    await waitFor(() => expect(more).toHaveFocus())
    while (more.isConnected) {
      const { length } = canvas.getAllByRole('option')
      await userEvent.keyboard('{Enter}')
      await waitFor(() => expect(!more.isConnected || canvas.getAllByRole('option').length > length).toBe(true))
    }
    // The button has gone, and has not taken the focus with it.
    await expect(voice()).toHaveFocus()
  },
}

export const NoVoices: Story = {
  parameters: { simulator: scenarios.noVoices },
  async play({ canvas }) {
    const voice = () => canvas.getByRole('combobox', { name: 'Voice' })
    await userEvent.click(voice())
    await shown(canvas.findByText('There are no voices.'))
    await userEvent.keyboard('{Escape}')
    await userEvent.click(generate(canvas))
    await waitFor(() => expect(voice()).toHaveAccessibleDescription('There are no voices.'))
  },
}

export const VoicesFailed: Story = {
  parameters: { provider: { maxRetries: 0 }, simulator: { faults: [['voices.list', { status: 500 }]] } },
  async play({ canvas }) {
    const voice = () => canvas.getByRole('combobox', { name: 'Voice' })
    await userEvent.click(voice())
    await shown(canvas.findByText('Could not load voices.'))
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await shown(canvas.findByRole('option', { name: /Aura/ }))
    // The button has gone, and has not taken the focus with it.
    await expect(voice()).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}')
    await waitFor(() => expect(voice()).toHaveAttribute('aria-activedescendant'))
  },
}

export const ChosenVoiceIsGone: Story = {
  args: { defaultVoiceId: 'nobody' },
  async play({ canvas }) {
    await shown(canvas.findByText('This voice is not in your list any more. Choose another.'))
    // An id is no name.
    await expect(canvas.getByRole('combobox', { name: 'Voice' })).toHaveValue('')
  },
}

export const SignedOut: Story = {
  parameters: { simulator: scenarios.signedOut },
  async play({ canvas }) {
    await shown(canvas.findByText('Your session has ended.'))
    await expect(canvas.getByRole('textbox', { name: 'Text' })).toHaveValue(text)
  },
}

export const JobFails: Story = {
  parameters: { simulator: scenarios.failingJobs() },
  async play({ canvas }) {
    await waitFor(() => expect(canvas.getByRole('combobox', { name: 'Voice' })).toHaveValue('Aura'))
    await userEvent.click(generate(canvas))
    await shown(canvas.findByText('Speech was not generated.', undefined, { timeout: 15_000 }))
    await expect(canvas.getByText(/Credits held for it are given back\.$/)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Edit text' }))
    const box = canvas.getByRole('textbox', { name: 'Text' })
    await expect(box).toHaveFocus()
    await expect(box).toHaveValue(text)
  },
}

export const OutOfFunds: Story = {
  parameters: { simulator: scenarios.outOfCredits },
  async play({ canvas, args, simulator }) {
    await shown(canvas.findByText('Your balance may not cover this.'))
    await userEvent.click(generate(canvas))
    await shown(canvas.findByText('Not enough funds.'))
    await expect(canvas.getByText(/This needs about \d+ credits; you have 0\. Your text is kept\./)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Add funds' }))
    await expect(args.onAddFunds).toHaveBeenCalledTimes(1)
    await expect(speechRequests(simulator)).toBe(1)
  },
}

export const RateLimitGoesByItself: Story = {
  parameters: { simulator: { jobSeconds: 0 } },
  async play({ canvas, simulator }) {
    await waitFor(() => expect(canvas.getByRole('combobox', { name: 'Voice' })).toHaveValue('Aura'))
    simulator.fail('speech.create', { status: 429, headers: { 'Retry-After': '2' } })
    await userEvent.click(generate(canvas))
    await shown(canvas.findByText('Too many requests.'))
    await canvas.findByRole('group', { name: /^Audio player/ }, { timeout: 15_000 })
    await expect(canvas.queryByText('Too many requests.')).toBeNull()
  },
}

export const RefusedField: Story = {
  async play({ canvas, simulator }) {
    await waitFor(() => expect(canvas.getByRole('combobox', { name: 'Voice' })).toHaveValue('Aura'))
    simulator.fail('speech.create', {
      status: 422,
      body: { detail: [{ loc: ['body', 'input_text'], msg: 'holds a tag that is not known', type: 'value_error' }] },
    })
    await userEvent.click(generate(canvas))
    await shown(canvas.findByText('Holds a tag that is not known.'))
    const box = canvas.getByRole('textbox', { name: 'Text' })
    await waitFor(() => expect(box).toHaveFocus())
    await expect(box).toBeInvalid()
  },
}

export const RefusedFieldMended: Story = {
  ...RefusedField,
  async play(context) {
    await RefusedField.play?.(context)
    const box = context.canvas.getByRole('textbox', { name: 'Text' })
    await userEvent.type(box, '!')
    await expect(box).toBeValid()
  },
}

export const UnknownOutcomeSentAgain: Story = {
  parameters: { simulator: { jobSeconds: 0, idempotency: true } },
  async play({ canvas, simulator }) {
    await waitFor(() => expect(canvas.getByRole('combobox', { name: 'Voice' })).toHaveValue('Aura'))
    simulator.fail('speech.create', { network: true, after: true })
    await userEvent.click(generate(canvas))
    await userEvent.click(await canvas.findByRole('button', { name: 'Send the same again' }))
    await canvas.findByRole('group', { name: /^Audio player/ }, { timeout: 15_000 })
    await expect(simulator.state.jobs).toHaveLength(1)
  },
}

export const StopsWaiting: Story = {
  parameters: { simulator: { jobSeconds: 30 } },
  async play({ canvas }) {
    await waitFor(() => expect(canvas.getByRole('combobox', { name: 'Voice' })).toHaveValue('Aura'))
    await userEvent.click(generate(canvas))
    await userEvent.click(await canvas.findByRole('button', { name: 'Stop waiting' }))
    await shown(canvas.findByText('You stopped waiting.'))
    await expect(canvas.getByText('If the job had started, it goes on and may be charged.')).toBeVisible()
  },
}

/* As it looks at rest, without a clock */

const view: SpeechGeneratorViewProps = {
  draft: { text, voiceId: '12', format: 'mp3', speed: 1 },
  onDraft: fn(),
  problems: {},
  voices: {
    voices: [{ id: '12', name: 'aura', displayName: 'Aura', description: 'Bright and clear', language: 'en', gender: 'female' }],
    isLoading: false,
  },
  formats: ['mp3', 'wav', 'ogg'],
  available: 11_250,
  speech: {
    status: 'idle',
    job: undefined,
    progress: undefined,
    audioUrl: undefined,
    error: undefined,
    retry: undefined,
    startedAt: undefined,
    isResumed: false,
  },
  subject: { words: 'The tide had gone out further than anyone could…', voice: 'Aura' },
  onGenerate: fn(),
  onStop: fn(),
  onEdit: fn(),
  onRefresh: async () => {},
  onAddFunds: fn(),
}

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString()

const showing = (speech: Partial<SpeechShown>, change: Partial<SpeechGeneratorViewProps> = {}): Story => ({
  render: () => <SpeechGeneratorView {...view} speech={{ ...view.speech, startedAt: ago(14), ...speech }} {...change} />,
})

const job = (status: 'pending' | 'processing' | 'failed' | 'cancelled') => ({ id: '4711', status })

export const LoadingVoices = showing(
  {},
  { draft: { ...view.draft, text: '', voiceId: undefined }, voices: { voices: [], isLoading: true } },
)
export const NearTheLimit = showing({}, { draft: { ...view.draft, text: 'So it goes. '.repeat(1550) } })
export const OverTheLimit = showing({}, { draft: { ...view.draft, text: 'So it goes. '.repeat(1700) } })
export const BalanceMayNotDo = showing({}, { available: 12 })
export const Starting = showing({ status: 'submitting' })
export const Queued = showing({ status: 'pending', job: job('pending') })
export const GeneratingWithoutPercentage = showing({ status: 'processing', job: job('processing') })
export const GeneratingWithPercentage = showing({ status: 'processing', progress: 42, job: job('processing') })
export const Resumed = showing(
  { status: 'processing', isResumed: true, startedAt: ago(130), job: job('processing') },
  { subject: { voice: 'Aura' }, draft: { ...view.draft, text: '' } },
)
export const WaitingItsTurn = showing({ status: 'waiting' })
export const RateLimited: Story = {
  render: () => {
    const retryAt = new Date(Date.now() + 24_000).toISOString()
    const retry = { attempt: 1, retryAt, now: fn() }
    const error = new RateLimitError('Slow down.', { retryAt })
    return <SpeechGeneratorView {...view} speech={{ ...view.speech, status: 'waiting', error, retry }} />
  },
}
export const RateLimitedForLong = showing({ status: 'failed', error: new RateLimitError('Slow down.') })
export const Offline = showing({ status: 'waiting', error: new NetworkError('Failed to fetch') })
export const NoConnection = showing({ status: 'failed', error: new NetworkError('Failed to fetch') })
export const Failed = showing({
  status: 'failed',
  job: job('failed'),
  error: new JobFailedError('It failed.', { jobId: '4711', reason: 'voice_unavailable' }),
})
export const FailedWithoutReason = showing({
  status: 'failed',
  job: job('failed'),
  error: new JobFailedError('It failed.', { jobId: '4711' }),
})
export const OutOfMoney = showing({
  status: 'failed',
  error: new InsufficientCreditsError('Too little.', { centsNeeded: 12, centsAvailable: 0 }),
})
export const UnknownOutcome = showing({
  status: 'unknown',
  error: new UnknownOutcomeError('No answer.', { operation: 'speech.create' }),
})
export const UnknownOutcomeAfterReload = showing({
  status: 'unknown',
  isResumed: true,
  error: new UnknownOutcomeError('No answer.', { operation: 'speech.create' }),
})
export const LeftWhileItWaited: Story = {
  ...showing({ status: 'cancelled', isResumed: true, error: new AbortedError('Nothing was accepted.') }),
  async play({ canvas }) {
    await shown(canvas.findByText('The page was left while it waited. Nothing is charged.'))
    await expect(canvas.queryByRole('button', { name: 'Try again' })).toBeNull()
  },
}
export const LeftWhileItWaitedWithItsTextKept: Story = {
  ...showing({
    status: 'cancelled',
    isResumed: true,
    request: { voiceId: '12', text },
    error: new AbortedError('Nothing was accepted.'),
  }),
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Try again' }))
    await expect(view.onGenerate).toHaveBeenCalled()
  },
}

function goOffline() {
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
  window.dispatchEvent(new Event('offline'))
}

function goOnline() {
  // Back to the browser's own, which stands on the prototype.
  Reflect.deleteProperty(navigator, 'onLine')
  window.dispatchEvent(new Event('online'))
}

/** The job goes on at AudioPod; only news of it does not come. */
export const GeneratingWhileOffline: Story = {
  ...showing({ status: 'processing', progress: 42, job: job('processing') }),
  beforeEach: () => goOnline,
  async play({ canvas }) {
    await expect(canvas.queryByText(/^You are offline/)).toBeNull()
    goOffline()
    await shown(canvas.findByText('You are offline: this goes on, and news of it comes when you are back.'))
    goOnline()
    await waitFor(() => expect(canvas.queryByText(/^You are offline/)).toBeNull())
    goOffline()
    await shown(canvas.findByText(/^You are offline/))
  },
}
export const TakesLong = showing({
  status: 'failed',
  job: job('processing'),
  error: new TimeoutError('Late.', { jobId: '4711' }),
})
export const CancelledByTheServer: Story = {
  ...showing({ status: 'cancelled', job: job('cancelled') }),
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Try again' }))
    await expect(view.onGenerate).toHaveBeenCalled()
    await userEvent.click(canvas.getByRole('button', { name: 'Edit text' }))
    await expect(view.onEdit).toHaveBeenCalled()
  },
}
export const NoAccess = showing({ status: 'failed', error: new PermissionError('No.') })
export const ServiceDown = showing({ status: 'failed', error: new ServerError('Down.', { requestId: 'req_8c1f' }) })

export const Narrow: Story = { ...showing({ status: 'processing', progress: 42, job: job('processing') }), parameters: { width: 240 } }
export const Phone: Story = { ...showing({}), parameters: { width: 320 } }
export const Wide: Story = { ...showing({ status: 'processing', job: job('processing') }), parameters: { width: 1024 } }
export const Dark: Story = { ...showing({ status: 'processing', progress: 42, job: job('processing') }), globals: { theme: 'dark' } }
export const RightToLeft: Story = {
  ...showing({}, { draft: { ...view.draft, text: 'ابتعد المدّ أكثر مما يتذكر أي أحد.' } }),
  globals: { direction: 'rtl', locale: 'ar-EG' },
  parameters: { width: 320 },
  async play({ canvas }) {
    // A description in Latin letters is cut at its end, not at its beginning.
    const about = canvas.getByText(/Bright and clear$/)
    const text = about.firstChild
    const at = about.textContent.indexOf('Bright')
    const word = new Range()
    if (text) word.setStart(text, at)
    if (text) word.setEnd(text, at + 'Bright'.length)
    await expect(word.getBoundingClientRect().left).toBeGreaterThanOrEqual(about.getBoundingClientRect().left)
    await expect(word.getBoundingClientRect().bottom).toBeLessThanOrEqual(about.getBoundingClientRect().bottom)
  },
}
