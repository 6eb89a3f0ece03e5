import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { UsageChart } from '../src/components/Usage/UsageChart.js'
import { UsageChartView } from '../src/components/Usage/UsageChartView.js'
import { type CreditUsage, NetworkError, RateLimitError } from '../src/index.js'
import { charge, charges, daysAgo } from './support/charges.js'

const meta = {
  title: 'Widgets/UsageChart',
  component: UsageChart,
  parameters: { width: 640, provider: { maxRetries: 0 }, simulator: { usage: charges } },
} satisfies Meta<typeof UsageChart>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = ReturnType<typeof within>

const bars = (canvas: Canvas) => canvas.findAllByRole('option')
/** How many days there is room for, by the width of the widget itself: a narrow window narrows it. */
function fitting(canvasElement: HTMLElement): number {
  const width = canvasElement.querySelector('.audiopod')?.clientWidth ?? 0
  return width >= 608 ? 30 : width >= 272 ? 14 : 7
}

async function shows(canvas: Canvas, canvasElement: HTMLElement, days: number): Promise<void> {
  await expect(days).toBe(fitting(canvasElement))
  await waitFor(async () => expect(await bars(canvas)).toHaveLength(days))
  await expect(canvas.getByText(`Last ${days} days`)).toBeVisible()
  await expect(canvas.getByText(written(sumOf(days)))).toBeVisible()
  await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth)
}

const sumOf = (days: number) =>
  charges.filter(({ createdAt }) => createdAt >= daysAgo(days - 1)).reduce((sum, { credits }) => sum + credits, 0)
const written = (credits: number) => new Intl.NumberFormat('en-US').format(credits)

/* By the room there is */

export const ThirtyDays: Story = {
  async play({ canvas, canvasElement }) {
    await shows(canvas, canvasElement, Math.min(30, fitting(canvasElement)))
    await expect(canvas.queryByText('Credits by service')).not.toBeVisible()
  },
}

export const Wide: Story = {
  parameters: { width: 1024 },
  async play({ canvas, canvasElement }) {
    await shows(canvas, canvasElement, Math.min(30, fitting(canvasElement)))
    if ((canvasElement.querySelector('.audiopod')?.clientWidth ?? 0) < 960) return
    const list = canvas.getByRole('list', { name: 'Credits by service' })
    await expect(within(list).getAllByRole('listitem')).toHaveLength(4)
    await expect(within(list).getByText('Speech in a cloned voice')).toBeVisible()
  },
}

export const FourteenDays: Story = {
  parameters: { width: 320 },
  async play({ canvas, canvasElement }) {
    await shows(canvas, canvasElement, Math.min(14, fitting(canvasElement)))
  },
}

export const SevenDays: Story = {
  parameters: { width: 240 },
  async play({ canvas, canvasElement }) {
    await shows(canvas, canvasElement, 7)
  },
}

export const DaysOfTheApp: Story = {
  args: { days: 10 },
  async play({ canvas }) {
    await expect(await bars(canvas)).toHaveLength(10)
    await expect(canvas.getByText('Last 10 days')).toBeVisible()
  },
}

/* Keyboard, pointer and table */

export const ByKeyboard: Story = {
  args: { days: 14 },
  globals: { direction: 'ltr' },
  async play({ canvas }) {
    const days = await bars(canvas)
    await userEvent.tab()
    await expect(canvas.getByRole('button', { name: 'Show table' })).toHaveFocus()
    await userEvent.tab()
    await expect(days[13]).toHaveFocus()
    await expect(days[13]).toHaveAccessibleName(/^Today so far: [\d,]+ credits$/)
    await userEvent.keyboard('{ArrowLeft}')
    await expect(days[12]).toHaveFocus()
    await expect(days[12]).toHaveAccessibleName(/^\w{3} \d+(, \d{4})?: [\d,]+ credits$/)
    await userEvent.keyboard('{Home}{ArrowLeft}')
    await expect(days[0]).toHaveFocus()
    await expect(days[0]).toHaveAttribute('aria-selected', 'true')
    await userEvent.keyboard('{ArrowRight}')
    await expect(days[1]).toHaveFocus()
    await userEvent.keyboard('{End}{ArrowRight}')
    await expect(days[13]).toHaveFocus()
    // One stop: the next Tab leaves.
    await userEvent.tab()
    await expect(days.some((day: HTMLElement) => day === document.activeElement)).toBe(false)
    await expect(canvas.getByText('Last 14 days')).toBeVisible()
    await userEvent.tab({ shift: true })
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}')
  },
}

export const RightToLeft: Story = {
  args: { days: 14 },
  globals: { direction: 'rtl' },
  async play({ canvas }) {
    const days = await bars(canvas)
    await expect(days[0]!.getBoundingClientRect().left).toBeGreaterThan(days[13]!.getBoundingClientRect().left)
    await userEvent.tab()
    await userEvent.tab()
    await userEvent.keyboard('{ArrowRight}')
    await expect(days[12]).toHaveFocus()
  },
}

export const ByPointer: Story = {
  args: { days: 14 },
  async play({ canvas }) {
    const days = await bars(canvas)
    await userEvent.hover(days[13]!)
    await expect(canvas.getAllByText('Today so far')).toHaveLength(2)
    await userEvent.unhover(days[13]!)
    await expect(canvas.getByText('Last 14 days')).toBeVisible()
    await userEvent.hover(days[4]!)
  },
}

export const Table: Story = {
  args: { days: 14 },
  async play({ canvas }) {
    const [, ...names] = (await bars(canvas)).reverse().map((day: HTMLElement) => day.getAttribute('aria-label'))
    await userEvent.click(canvas.getByRole('button', { name: 'Show table' }))
    const table = canvas.getByRole('table', { name: 'Credits by day' })
    const [, , ...rows] = within(table)
      .getAllByRole('row')
      .map((row) => [...row.children].map((cell) => cell.textContent).join(': '))
    // The same days, the same figures.
    await expect(rows).toEqual(names.map((name: string | null) => name?.replace(/ credits?$/, '')))
    await expect(canvas.getByRole('table', { name: 'Credits by service' })).toBeVisible()
    const back = canvas.getByRole('button', { name: 'Show chart' })
    await expect(back).toHaveFocus()
  },
}

export const TableWide: Story = { args: { defaultView: 'table', days: 7 }, parameters: { width: 1024 } }

/* States */

export const Loading: Story = {
  beforeEach({ simulator }) {
    simulator.fail('credits.usage', { delay: Infinity, times: Infinity })
  },
  async play({ canvas, canvasElement }) {
    await expect(canvasElement.querySelector('.audiopod')).toHaveAttribute('aria-busy', 'true')
    await expect(canvas.queryByRole('option')).toBeNull()
    const skeletons = () => canvasElement.querySelectorAll('.audiopod-usage-day')
    await waitFor(() => expect(skeletons()).toHaveLength(fitting(canvasElement)))
  },
}

export const Empty: Story = {
  parameters: { simulator: { usage: [] } },
  async play({ canvas, canvasElement }) {
    await expect(await canvas.findByText('No usage yet.')).toBeVisible()
    await expect(canvas.queryByRole('button')).toBeNull()
    await expect(canvasElement.querySelector('.audiopod')).toHaveAttribute('data-state', 'empty')
  },
}

export const AllZero: Story = {
  parameters: { simulator: { usage: [charge(0, 200, 300)] } },
  async play({ canvas, canvasElement }) {
    await expect(await canvas.findByText('No credits used in these days.')).toBeVisible()
    await waitFor(async () => expect(await bars(canvas)).toHaveLength(fitting(canvasElement)))
    await expect(canvasElement.querySelector('.audiopod')).toHaveAttribute('data-state', 'zero')
  },
}

export const OnePoint: Story = {
  parameters: { simulator: { usage: [charge(0, 3, 1)] } },
  async play({ canvas }) {
    const figure = await canvas.findByText('credit', { exact: false, selector: '.audiopod-figure' })
    await expect(figure).toHaveTextContent('1 credit')
  },
}

export const NotAllReported: Story = {
  render: (args) => (
    <UsageChartView
      {...view}
      {...args}
      data={[
        ...charges,
        { service: 'text_to_speech', credits: 40 },
        { credits: 12, createdAt: daysAgo(-3) },
        { service: 'dubbing_studio', createdAt: daysAgo(1) },
        { service: 'dubbing_studio', createdAt: daysAgo(2) },
      ]}
    />
  ),
  async play({ canvas }) {
    await expect(canvas.getByText('1 charge without a date is not counted here.')).toBeVisible()
    await expect(canvas.getByText('1 charge dated after today is not counted here.')).toBeVisible()
    await expect(canvas.getByText('2 charges did not report their credits and are missing from the sum.')).toBeVisible()
  },
}

const manyServices = Array.from({ length: 12 }, (_, index) => ({
  ...charge(index, index, 900 - index * 60),
  service: `studio_effect_${index}`,
}))

export const ManyServices: Story = {
  // Not as many as there is room for: each service was used on a day of its own.
  args: { days: 14, topServices: 3 },
  parameters: { width: 1024, simulator: { usage: manyServices } },
  async play({ canvas }) {
    await bars(canvas)
    await userEvent.click(canvas.getByRole('button', { name: 'Show table' }))
    await expect(canvas.getByRole('rowheader', { name: 'Studio effect 0' })).toBeVisible()
    await expect(canvas.getByRole('rowheader', { name: '9 other services' })).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Show chart' }))
  },
}

export const FailedThenTriedAgain: Story = {
  beforeEach({ simulator }) {
    simulator.fail('credits.usage', { status: 500, times: 1 })
  },
  async play({ canvas }) {
    await expect(await canvas.findByText('Could not load usage.')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect((await bars(canvas)).length).toBeGreaterThan(0)
    await expect(canvas.queryByText('Could not load usage.')).toBeNull()
  },
}

export const Failed: Story = {
  beforeEach({ simulator }) {
    simulator.fail('credits.usage', { status: 500, times: Infinity })
  },
}

export const NoAccess: Story = {
  beforeEach({ simulator }) {
    simulator.fail('credits.usage', { status: 403, times: Infinity })
  },
  async play({ canvas }) {
    await expect(await canvas.findByText('You do not have access to usage.')).toBeVisible()
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}

const view = {
  data: [...charges] as CreditUsage[],
  error: undefined,
  isLoading: false,
  isValidating: false,
  retry: undefined,
  updatedAt: new Date().toISOString(),
  onRefresh: fn(),
}

export const RefreshFailed: Story = {
  beforeEach: () => void view.onRefresh.mockClear(),
  render: (args) => <UsageChartView {...view} {...args} error={new NetworkError('No answer.')} />,
  async play({ canvas }) {
    await expect((await bars(canvas)).length).toBeGreaterThan(0)
    await expect(canvas.getByText(/Showing what we last loaded/)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect(view.onRefresh).toHaveBeenCalledTimes(1)
  },
}

export const RefreshHeldBack: Story = {
  render: (args) => (
    <UsageChartView
      {...view}
      {...args}
      error={new RateLimitError('Too many requests.', { retryAfter: 24 })}
      retry={{ attempt: 1, retryAt: new Date(Date.now() + 24_000).toISOString(), now: fn() }}
    />
  ),
  async play({ canvas }) {
    await expect(canvas.getByText(/Showing what we last loaded/)).toBeVisible()
  },
}
